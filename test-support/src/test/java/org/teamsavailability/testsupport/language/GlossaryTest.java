package org.teamsavailability.testsupport.language;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teamsavailability.testsupport.language.Checkout.Source;

/** {@code docs/glossary.md} is the one list of terms. */
class GlossaryTest {

    private static final String GLOSSARY = "docs/glossary.md";

    /** It lists the texts of answers, and explains none of their words. */
    private static final String PRODUCT_TEXTS = "docs/message-keys.md";

    private static final Pattern ENTRY = Pattern.compile("(?m)^### (.+)\\n\\n(.+)\\n");
    private static final Pattern LINK =
            Pattern.compile("\\]\\([^)\\s]*glossary\\.md#([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    private static final int SAME_PHRASE = 40;
    private static final Pattern SPELLED_OUT =
            Pattern.compile("(?i)professional services automation");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern ABBREVIATED = Pattern.compile("\\bPSAs?\\b(?!-only)");

    private final List<Source> sources = Checkout.sources();
    private final String glossary = text(GLOSSARY);

    @Test
    void explainsEachTermOnceInOneParagraph() {
        List<String> headings = glossary.lines().filter(line -> line.startsWith("### ")).toList();

        assertThat(entries().map(entry -> "### " + entry.group(1)))
                .hasSizeGreaterThan(80)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(headings);
    }

    @Test
    void hasEachTermThatADocumentLinksToIt() {
        Set<String> anchors = entries().map(entry -> anchor(entry.group(1))).collect(toSet());

        assertThat(documents().map(Source::text).flatMap(text -> groups(LINK, text)))
                .isNotEmpty()
                .isSubsetOf(anchors);
    }

    @Test
    void namesOnlyWhatExists() {
        Set<String> names =
                sources.stream()
                        .filter(source -> !source.path().endsWith(".md"))
                        .flatMap(source -> Arrays.stream(source.text().split("[^\\w.-]+")))
                        .collect(toSet());
        Set<String> classes =
                sources.stream()
                        .map(source -> source.path().replaceFirst(".*/", ""))
                        .filter(file -> file.endsWith(".java"))
                        .map(file -> file.replace(".java", ""))
                        .collect(toSet());

        assertThat(groups(CODE, glossary))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(isClass(name) ? classes : names)
                                .as("what exists")
                                .anyMatch(existing -> existing.contains(name)));
    }

    @Test
    void spellsOutPsaAtItsFirstUseInEachDocument() {
        assertThat(
                        documents()
                                .filter(document -> !document.path().equals(PRODUCT_TEXTS))
                                .filter(document -> !isSpelledOut(document.text())))
                .extracting(Source::path)
                .isEmpty();
    }

    private static boolean isClass(String name) {
        return name.matches("([A-Z][a-z]+){2,}");
    }

    private static boolean isSpelledOut(String text) {
        String prose = CODE.matcher(BLOCK.matcher(text).replaceAll("")).replaceAll("");
        var first = ABBREVIATED.matcher(prose);
        if (!first.find()) {
            return true;
        }
        var spelledOut = SPELLED_OUT.matcher(prose);
        return spelledOut.find() && spelledOut.start() < first.end() + SAME_PHRASE;
    }

    private Stream<MatchResult> entries() {
        return ENTRY.matcher(glossary).results();
    }

    private Stream<Source> documents() {
        return sources.stream()
                .filter(source -> source.path().endsWith(".md"))
                .filter(source -> !source.path().equals("CHANGELOG.md"));
    }

    private String text(String path) {
        return sources.stream()
                .filter(source -> source.path().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
