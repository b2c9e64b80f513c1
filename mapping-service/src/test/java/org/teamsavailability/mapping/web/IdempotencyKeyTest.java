package org.teamsavailability.mapping.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "a-1, a-1",
                "\"a-1\", a-1",
                "'\"a b\"', a b",
                "'\"a\\\"b\\\\c\"', 'a\"b\\c'",
                "~!#, ~!#",
                "8e03978e-40d5-43dd-bc93-6894a57f9324, 8e03978e-40d5-43dd-bc93-6894a57f9324"
            })
    void isTheSameQuotedOrBare(String header, String text) {
        assertThat(IdempotencyKey.of(header)).isEqualTo(new IdempotencyKey(text));
    }

    @Test
    void hasOneToTwoHundredCharacters() {
        var longest = "x".repeat(200);

        assertThat(IdempotencyKey.of(longest).text()).isEqualTo(longest);
        assertThat(IdempotencyKey.of('"' + longest + '"').text()).isEqualTo(longest);
        isRefused(longest + "x");
        isRefused('"' + longest + "x\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"a",
                "a\"",
                "a b",
                "\"a\\b\"",
                "ü",
                "\"ü\"",
                "\"a\";b=1",
                "a\u007f"
            })
    void isRefusedWhereItIsNone(String header) {
        isRefused(header);
    }

    private static void isRefused(String header) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> IdempotencyKey.of(header))
                .satisfies(it -> assertThat(it.status().value()).isEqualTo(400))
                .withMessageStartingWith("The header Idempotency-Key ");
    }
}
