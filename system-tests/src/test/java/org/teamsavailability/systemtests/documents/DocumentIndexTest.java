package org.teamsavailability.systemtests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader finds each document of docs/ from the index and from the sidebar of the site. */
class DocumentIndexTest {

    private static final String INDEX = "docs/index.md";

    @Test
    void linksEveryDocument() {
        var links = MarkdownDocument.read(INDEX).links();

        assertThat(documents()).allSatisfy(document -> assertThat(links).contains(document));
    }

    @Test
    void hasEveryDocumentInTheSidebarOfTheSite() {
        var sidebar = Documents.text("site/.vitepress/config.mjs");

        assertThat(documents())
                .allSatisfy(document ->
                        assertThat(sidebar)
                                .contains("'/" + document.replaceFirst(".md$", "") + "'"));
    }

    /** Their paths in docs/, without the index. */
    private static Stream<String> documents() {
        return Documents.all().stream()
                .filter(document -> document.startsWith("docs/") && !document.equals(INDEX))
                .map(document -> document.substring("docs/".length()));
    }
}
