package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.rules.instruction.Instructions;
import org.teamsavailability.rules.text.MessageKey;

class RequestValidationTest {

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(
                        Story.of(), "the request names no candidate, name 1 to 1,000 technicians"),
                Arguments.of(
                        people(1_001), "the request names 1,001 candidates, name at most 1,000"),
                Arguments.of(
                        Story.of("a/b"),
                        "the technician id \"a/b\" is not an id, use 1 to 200 characters without"
                                + " '/' and control characters"),
                Arguments.of(
                        Story.of("a\nb"),
                        "the technician id \"a?b\" is not an id, use 1 to 200 characters without"
                                + " '/' and control characters"),
                Arguments.of(
                        Story.of(""),
                        "the technician id \"\" is not an id, use 1 to 200 characters without '/'"
                                + " and control characters"),
                Arguments.of(
                        Story.of("x".repeat(201)),
                        "the technician id \""
                                + "x".repeat(40)
                                + "…\" is not an id, use 1 to 200 characters without '/' and"
                                + " control characters"),
                Arguments.of(
                        Story.of("anna").proposed("10:00/10:00"),
                        "the proposed slot ends at 2026-03-02T10:00:00Z but starts at"
                                + " 2026-03-02T10:00:00Z, let it end after its start"),
                Arguments.of(
                        Story.of("anna").proposed("anna", "10:00/09:00"),
                        "the proposed slot of technician \"anna\" ends at 2026-03-02T09:00:00Z but"
                                + " starts at 2026-03-02T10:00:00Z, let it end after its start"),
                Arguments.of(
                        Story.of("anna").proposed("1999-12-31T23:59:59Z"),
                        "the proposed slot is from 1999-12-31T23:59:59Z to an open end, use times"
                            + " of the years 2000 to 9998 and send them in milliseconds since 1970,"
                            + " not in seconds or microseconds"),
                Arguments.of(
                        Story.of("anna").proposed("10:00/9999-01-01T00:00:00Z"),
                        "the proposed slot is from 2026-03-02T10:00:00Z to 9999-01-01T00:00:00Z,"
                            + " use times of the years 2000 to 9998 and send them in milliseconds"
                            + " since 1970, not in seconds or microseconds"),
                Arguments.of(
                        Story.of("anna").planningWindow("10:00/09:00"),
                        "the planning window ends at 2026-03-02T09:00:00Z but starts at"
                                + " 2026-03-02T10:00:00Z, let it end after its start"),
                Arguments.of(
                        Story.of("anna")
                                .planningWindow("2026-03-01T00:00:00Z/2026-04-01T00:00:01Z"),
                        "the planning window from 2026-03-01T00:00:00Z to 2026-04-01T00:00:01Z is"
                                + " too long, use at most 31 days"),
                Arguments.of(
                        Story.of("anna")
                                .rotaTeams(Collections.nCopies(21, "T").toArray(String[]::new)),
                        "the request names 21 rota teams, name at most 20"),
                Arguments.of(
                        Story.of("anna").instructed("x".repeat(2_001)),
                        "the custom instructions have 2,001 characters, use at most 2,000"),
                Arguments.of(
                        Story.of("anna").instructed("x;".repeat(51)),
                        "the custom instructions have 51 sentences, use at most 50"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void namesTheFieldTheValueAndTheWayOut(Story story, String problem) {
        assertThat(text(RequestValidation.problemOf(story.question()))).isEqualTo(problem);
        assertThat(story.answer().fallbacks().getFirst().message())
                .isEqualTo(
                        "Teams availability is enabled, but the request is not valid: "
                                + problem
                                + " — dispatch used PSA-only availability.");
    }

    @Test
    void refusesATechnicianNamedTwice() {
        Candidate anna = new Candidate("anna", null);
        DispatchQuestion question =
                new DispatchQuestion(
                        DispatchMode.AI,
                        null,
                        null,
                        List.of(anna, anna),
                        true,
                        List.of(),
                        Instructions.NONE);

        assertThat(text(RequestValidation.problemOf(question)))
                .isEqualTo("the technician \"anna\" is named twice, name each once");
    }

    @Test
    void refusesATechnicianNamedTwiceWithWhiteSpaceAroundTheId() {
        assertThat(text(RequestValidation.problemOf(Story.of("anna", "anna\u00a0").question())))
                .isEqualTo("the technician \"anna\u00a0\" is named twice, name each once");
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-21T18:53:40Z, seconds",
        "1970-01-01T00:00:00Z, zero",
        "1999-12-31T23:59:59.999Z, just before",
        "9999-01-01T00:00:00Z, just after",
        "+58882-08-01T00:00:00Z, microseconds",
    })
    void refusesATimeToRespondByThatCannotBeMeant(Instant respondBy, String what) {
        assertThat(text(RequestTimes.problemOfRespondBy(respondBy)))
                .as(what)
                .isEqualTo(
                        "the time to respond by is "
                                + respondBy
                                + ", use times of the years 2000 to 9998 and send them in"
                                + " milliseconds since 1970, not in seconds or microseconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "9998-12-31T23:59:59.999Z"})
    void takesATimeToRespondByOfTheYears2000To9998(Instant respondBy) {
        assertThat(RequestTimes.problemOfRespondBy(respondBy)).isNull();
        assertThat(RequestTimes.problemOfRespondBy(null)).isNull();
    }

    static Stream<@Nullable Story> validStories() {
        return Stream.of(
                people(1_000),
                Story.of("é".repeat(200)),
                Story.of("\u2003 " + "x".repeat(200) + "\t\u00a0"),
                Story.of(" "),
                Story.of("an\u200bna"),
                Story.of("😀".repeat(200)),
                Story.of("anna").proposed("10:00").proposed("anna", "08:00/08:01"),
                Story.of("anna").planningWindow("2026-03-01T00:00:00Z/2026-04-01T00:00:00Z"),
                Story.of("anna").planningWindow("10:00"),
                Story.of("anna").rotaTeams(Collections.nCopies(20, "T").toArray(String[]::new)),
                Story.of("anna").instructed("x".repeat(2_000)),
                Story.of("anna").instructed("x;".repeat(50)));
    }

    @ParameterizedTest
    @MethodSource("validStories")
    void takesWhatIsWithinTheBounds(Story story) {
        assertThat(RequestValidation.problemOf(story.question())).isNull();
    }

    @Test
    void moreThanAThousandCandidatesHaveNoVerdicts() {
        Answer answer = people(1_001).answer();

        assertThat(answer.verdicts()).isEmpty();
        assertThat(answer.fallbacks().getFirst().affectedCandidates()).isEqualTo(1_001);
    }

    @Test
    void aThousandCandidatesHaveTheirVerdictsAlsoWhereTheAnswerIsFinal() {
        assertThat(people(1_000).switchedOff().answer().verdicts()).hasSize(1_000);
        assertThat(people(1_001).switchedOff().answer().verdicts()).isEmpty();
    }

    @Test
    void aProblemFoundElsewhereIsPartOfTheMessage() {
        Story story = Story.of("anna");
        Problem unknown = new Problem(Problem.Kind.UNKNOWN_MODE, Map.of(), "the mode is unknown");

        Fallback fallback = story.answer(story.plan(unknown, false)).fallbacks().getFirst();

        assertThat(fallback.message())
                .contains("the request is not valid: the mode is unknown — dispatch used");
        assertThat(fallback.messageKey())
                .isEqualTo(MessageKey.of("fallback.invalid-request.unknown-mode"));
    }

    private static String text(@Nullable Problem problem) {
        return Objects.requireNonNull(problem).text();
    }

    private static Story people(int number) {
        return Story.of(IntStream.range(0, number).mapToObj(i -> "t" + i).toArray(String[]::new));
    }
}
