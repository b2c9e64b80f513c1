package org.teamsavailability.systemtests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link in a document leads to a file of the repository, and to a heading that is in it. */
class LinksTest {

    static List<String> documents() {
        return Documents.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leadToFilesAndHeadingsThatExist(String document) {
        assertThat(MarkdownDocument.read(document).links())
                .as("links of %s", document)
                .allSatisfy(link -> assertThat(problem(document, link)).isEmpty());
    }

    @Test
    void coverTheDocumentsOfEveryFolder() {
        assertThat(Documents.all())
                .contains("README.md", "docs/index.md", "docs/operations/alerts.md")
                .hasSizeGreaterThan(30);
    }

    /** What is wrong with a link; empty where nothing is. */
    private static String problem(String document, String link) {
        var parts = link.split("#", 2);
        var from = Documents.ROOT.resolve(document);
        var file = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
        if (!file.startsWith(Documents.ROOT) || !Files.exists(file)) {
            return link + " leads to no file";
        }
        return parts.length == 1 || hasAnchor(file, parts[1]) ? "" : link + " leads to no heading";
    }

    private static boolean hasAnchor(Path file, String anchor) {
        var path = Documents.ROOT.relativize(file).toString();
        return path.endsWith(".md") && MarkdownDocument.read(path).anchors().contains(anchor);
    }
}
