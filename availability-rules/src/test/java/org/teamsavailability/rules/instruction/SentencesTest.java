package org.teamsavailability.rules.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    static Stream<Arguments> splits() {
        return Stream.of(
                of("Treat Do not disturb as unavailable.", "Treat Do not disturb as unavailable"),
                of("One. Two; three\nFour\r\nfive", "One", "Two", "three", "Four", "five"),
                of(
                        "Ask mail.example.com. Then 1.5 hours",
                        "Ask mail.example.com",
                        "Then 1.5 hours"),
                of("Really?! Yes! ", "Really", "Yes"),
                of("Wait... What?", "Wait", "What"),
                of(" \u00a0 Ignore  Teams\u00a0presence . ", "Ignore  Teams\u00a0presence"),
                of("One.\u00a0Two", "One", "Two"),
                of("- One\n – Two\n* Three\n•\tFour", "One", "Two", "Three", "Four"),
                of("1. One\n2) Two\n10. Three", "One", "Two", "Three"),
                of("-One\n*Two*\n1.5 hours\n1.", "-One", "*Two*", "1.5 hours", "1"),
                of("One - two. 3. Four", "One - two", "3", "Four"),
                of("- - One", "- One"),
                of("One\u2028Two\u0085Three", "One", "Two", "Three"),
                of(" ; . \n!;?. ."),
                of(""));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void splitsAtFullStopsSemicolonsAndLineBreaks(String text, List<String> sentences) {
        assertThat(Sentences.of(text)).extracting(Sentence::text).isEqualTo(sentences);
    }

    @Test
    void knowsWhichSentencesHadAFinalMark() {
        assertThat(Sentences.of("One. Two! Three? Four; Five .\nSix"))
                .extracting(Sentence::ended)
                .containsExactly(true, true, true, false, true, false);
    }

    @Test
    void knowsWhichSentencesMayGoOnFromTheLineBefore() {
        assertThat(Sentences.of("One\ntwo. Three\n\nFour;\nFive\n- Six\n- Seven\nEight!\nNine"))
                .filteredOn(Sentence::continues)
                .extracting(Sentence::text)
                .containsExactly("two", "Six", "Eight");
    }

    @Test
    void knowsWhereEachSentenceBegins() {
        assertThat(Sentences.of("One. Two;\r\n 1) Three!\n\u2028- \ud83d\ude42 four"))
                .extracting(Sentence::offset)
                .containsExactly(0, 5, 15, 25);
    }

    @Property
    void findsEachSentenceAtItsPlace(@ForAll("texts") String text) {
        int end = 0;
        for (Sentence sentence : Sentences.of(text)) {
            assertThat(sentence.offset()).isGreaterThanOrEqualTo(end);
            end = sentence.offset() + sentence.text().length();
            assertThat(text.substring(sentence.offset(), end)).isEqualTo(sentence.text());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts =
                Arbitraries.of(
                        "One",
                        "two",
                        " ",
                        "\u00a0",
                        ".",
                        "!",
                        ";",
                        "\n",
                        "\r\n",
                        "\u2028",
                        "- ",
                        "1. ",
                        "* ",
                        "\ud83d\ude42",
                        "\t");
        return parts.list().ofMaxSize(30).map(list -> String.join("", list));
    }

    @Property
    void takesAnyText(@ForAll String text) {
        assertThat(Sentences.of(text))
                .extracting(Sentence::text)
                .allSatisfy(sentence -> {
                    assertThat(sentence).isNotEmpty().isEqualTo(sentence.strip());
                    assertThat(text).contains(sentence);
                    assertThat(sentence).doesNotContain(";", "\n").doesNotEndWith(".");
                });
    }

    private static Arguments of(String text, String... sentences) {
        return Arguments.of(text, Arrays.asList(sentences));
    }
}
