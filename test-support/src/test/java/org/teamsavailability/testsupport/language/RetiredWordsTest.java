package org.teamsavailability.testsupport.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.testsupport.language.Checkout.Source;

/** The words that CONTRIBUTING retires occur in no text and in no name. */
class RetiredWordsTest {

    private static final Pattern RETIRED =
            Pattern.compile(
                    "(?i)\\b(mend(s|ed|ing)?|anew|vouch(es|ed|ing)?|whoever|as\\s+it\\s+came"
                            + "|none\\s+such|for\\s+want\\s+of|hangs\\s+on|dockets?|lanes?"
                            + "|setbacks?|prospects?|occupants?)\\b");

    /** From one part of a name to the next, as in {@code camelCase} and {@code SNAKE_CASE}. */
    private static final Pattern PART_OF_A_NAME =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

    /** What was released, or belongs to others, keeps its words. */
    private static final Set<String> KEPT = Set.of("CHANGELOG.md", "LICENSE");

    // A migration's checksum is in every database; a released schema is what programs were made of.
    private static final List<String> RELEASED =
            List.of(
                    "mapping-service/src/main/resources/db/migration/",
                    "schemas/src/main/resources/released/");

    /** The list itself: here, and in the document that explains it. */
    private static final String HERE = RetiredWordsTest.class.getSimpleName() + ".java";

    @Test
    void occurNowhere() {
        assertThat(Checkout.sources())
                .hasSizeGreaterThan(1_000)
                .filteredOn(RetiredWordsTest::isHeld)
                .flatExtracting(RetiredWordsTest::retiredWords)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "they ask anew, true",
        "connectAnew, true",
        "NOBODY_VOUCHES, true",
        "taken as it came, true",
        "startsANewCall, false",
        "a planet, false",
        "amendment, false",
        "setBack, false",
    })
    void areFoundInTextsAndNames(String text, boolean found) {
        assertThat(retiredWords(new Source("a.md", text))).hasSize(found ? 1 : 0);
    }

    private static boolean isHeld(Source source) {
        return !KEPT.contains(source.path())
                && RELEASED.stream().noneMatch(source.path()::startsWith)
                && !source.path().endsWith(HERE);
    }

    private static List<String> retiredWords(Source source) {
        String words = PART_OF_A_NAME.matcher(source.text()).replaceAll(" ");
        return RETIRED.matcher(words)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(word -> source.path() + ": " + word)
                .toList();
    }
}
