package org.teamsavailability.mapping.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.TestDatabase;

@Tag("slow")
class TechnicianTextTest {

    @Test
    void takesNoCharacterThatTheDatabaseRefuses() {
        var taken =
                IntStream.rangeClosed(0, 0x1FFFF)
                        .filter(Character::isDefined)
                        .mapToObj(Character::toString)
                        .filter(id -> TechnicianText.wrongInId(id) == null)
                        .toArray(String[]::new);

        assertThat(taken).hasSizeGreaterThan(50_000);
        try (var database = new TestDatabase()) {
            var refused =
                    database.asOwner()
                            .fetch(
                                    "select id from unnest({0}) as ids (id)"
                                            + " where id ~ '[/[:cntrl:]]' or char_length(id) <> 1",
                                    DSL.val(taken));
            assertThat(refused).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a\u0000", "a\u0085", "a\u2028", "\ud800x", "\udc00"})
    void refusesWhatIsNoId(String id) {
        assertThat(TechnicianText.wrongInId(id)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " t8 |t8",
                "t15\u00a0|t15",
                "\u3000\u2007t\u202f|t",
                "t 8|t 8",
                "\u2028t\u0085|t"
            })
    void trimsTheWhiteSpaceOfUnicode(String given, String trimmed) {
        assertThat(TechnicianText.trimmed(given)).isEqualTo(trimmed);
    }

    @Test
    void trimsToNothing() {
        assertThat(TechnicianText.trimmed(" \u00a0\t")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t\u200b8",
                "t8\ufeff",
                "\u202et8",
                "t\u00ad8",
                "t\u034f8",
                "t\u31648",
                "t8\ufe0f"
            })
    void refusesAGivenIdWithAnInvisibleCharacter(String id) {
        assertThat(TechnicianText.wrongInId(id)).isNull();
        assertThat(TechnicianText.wrongInGivenId(id))
                .startsWith("holds the invisible character U+");
    }

    @Test
    void countsCharactersAsTheDatabaseDoes() {
        assertThat(TechnicianText.wrongInId("🙂".repeat(200))).isNull();
        assertThat(TechnicianText.wrongInId("🙂".repeat(201)))
                .isEqualTo("has 201 characters, but at most 200 are allowed");
    }
}
