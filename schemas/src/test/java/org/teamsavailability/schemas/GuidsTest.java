package org.teamsavailability.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11111111-1111-4111-8111-11111111abcd",
                "11111111-1111-4111-8111-11111111ABCD"
            })
    void takesGuidsInAnyCase(String text) {
        assertThat(Guids.isGuid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "11111111-1111-4111-8111-11111111abcg",
                "{11111111-1111-4111-8111-11111111abcd}",
                "11111111-1111-4111-8111-11111111abcd\n",
                "11111111111141118111111111111111"
            })
    void rejectsOtherForms(String text) {
        assertThat(Guids.isGuid(text)).isFalse();
    }
}
