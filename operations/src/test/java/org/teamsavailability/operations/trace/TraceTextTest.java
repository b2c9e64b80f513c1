package org.teamsavailability.operations.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.operations.trace.Traces.NOON;
import static org.teamsavailability.operations.trace.Traces.answered;
import static org.teamsavailability.operations.trace.Traces.fallback;
import static org.teamsavailability.operations.trace.Traces.letter;
import static org.teamsavailability.operations.trace.Traces.pending;
import static org.teamsavailability.operations.trace.Traces.requested;
import static org.teamsavailability.operations.trace.Traces.unreadable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.operations.trace.RequestHistory.Standing;
import org.teamsavailability.operations.trace.RequestHistory.Unseen;
import org.teamsavailability.operations.trace.Search.Wanted;

class TraceTextTest {

    private static final RequestHistory ANSWERED =
            new RequestHistory(
                    requested(10, "t-1"),
                    new Standing.Answered(answered(8, "t-1", NOON.plusMillis(10_120))),
                    List.of(fallback(NOON.plusMillis(10_120))));
    private static final RequestHistory WAITING =
            new RequestHistory(
                    requested(10, "t-1"),
                    new Standing.Waiting(pending(requested(10, "t-1"))),
                    List.of());
    private static final RequestHistory DEAD =
            new RequestHistory(unreadable(11), new Standing.Dead(letter(11)), List.of());

    @Test
    void saysWhenAndHowARequestWasAnswered() {
        assertThat(text(NOON, ANSWERED))
                .isEqualTo(
                        """
                        Request r-1 of service desk northwind
                          requested   2026-03-02T12:00:10Z  dispatch-requested 3:10
                                      ticket t-1, 1 candidate, requestedAt 2026-03-02T12:00:00Z,
                                      respondBy 2026-03-02T12:00:02Z
                          answered    2026-03-02T12:00:10.120Z  candidate-availability 3:8
                                      source TEAMS_PARTIAL, in time, 0.120 s after the request
                                      3 candidates, 1 blocked
                                      presence: 1 ON_BREAK, 2 WORKING
                                      rota: 3 NO_SIGNAL
                                      preference: 3 NEUTRAL
                          fallback    2026-03-02T12:00:10.120Z  fallback-reason 3:9
                                      ROTA_NOT_PROVISIONED, ROTA, 3 candidates, Microsoft answered 404,
                                      its request-id 3f6c2a51-0c46-4f0e-9a5b-5f0c0d6f3f77\
                        """);
    }

    @Test
    void saysUntilWhenARequestWaits() {
        assertThat(text(NOON, WAITING))
                .contains(
                        "waiting     since 2026-03-02T12:00:10.020Z, when an enricher took it",
                        "until 2026-03-02T12:00:02Z at the latest (its respondBy)")
                .doesNotContain("That time has passed");
        assertThat(text(NOON.plusSeconds(60), WAITING)).contains("That time has passed");
    }

    @Test
    void saysHowADeadLetterIsSentAgain() {
        assertThat(text(NOON, DEAD))
                .contains(
                        "dead letter 2026-03-02T12:00:00Z  dispatch-requested-dlq 1:17",
                        "UnreadableRecordException: A record on dispatch-requested",
                        "dead-letters resend --topic dispatch-requested-dlq --offsets 1:17")
                .doesNotContain("secret");
    }

    @Test
    void saysHowFarBackItLooked() {
        assertThat(text(NOON))
                .startsWith("Request r-1 was not found.")
                .contains("from 2026-03-02T11:00:00Z to 2026-03-02T12:00:00Z", "--since 24h");
    }

    @Test
    void printsNothingThatTheRecordsSayOfPeople() {
        var all = List.of(ANSWERED, WAITING, DEAD);

        assertThat(text(NOON, ANSWERED, WAITING, DEAD) + TraceJson.of(wanted(), all))
                .doesNotContain("anna", "ben", "at her desk", "Helpdesk", "secret");
    }

    @Test
    void fitsEightyColumns() {
        for (var unseen : Unseen.values()) {
            var history =
                    new RequestHistory(
                            requested(10, "t-1"), new Standing.Unexplained(unseen), List.of());
            assertThat(text(NOON, history, ANSWERED, WAITING, DEAD).lines())
                    .allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void jsonNamesTheStateAndThePlace() {
        assertThat(TraceJson.of(wanted(), List.of(DEAD)).toString())
                .contains(
                        "\"requestsKept\":\"PT24H\"",
                        "\"state\":\"DEAD_LETTER\"",
                        "\"topic\":\"dispatch-requested-dlq\",\"partition\":1,\"offset\":17");
    }

    private static String text(Instant now, RequestHistory... histories) {
        return String.join("\n", new TraceText(wanted(), now).of(List.of(histories)));
    }

    private static Wanted wanted() {
        return new Wanted("r-1", null, NOON.minus(Duration.ofHours(1)));
    }
}
