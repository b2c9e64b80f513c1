package org.teamsavailability.mapping.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.refusal.Refusal;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.search.SearchMeters;
import org.teamsavailability.mapping.search.SearchRefusal.TooManySearches;
import org.teamsavailability.mapping.search.SearchesInProgress;
import org.teamsavailability.mapping.search.messaging.SampleRecords;

/** Who may search, and how many at a time. */
class DecisionsTest {

    private static final DecisionPage EMPTY = new DecisionPage(List.of(), null, null);
    private static final DecisionQuery QUERY = DecisionQuery.ofTicket("T-1", 50);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Decisions decisions(DecisionStream stream, Viewer leastViewer) {
        return new Decisions(
                stream, new SearchesInProgress(3, 2), new SearchMeters(meters), leastViewer);
    }

    private long counted(String outcome) {
        return meters.get("teams.availability.searches")
                .tag("list", "decisions")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private static void refused(ThrowingCallable call, Refusal refusal) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class, it -> assertThat(it.refusal()).isEqualTo(refusal));
    }

    @Test
    void areForAdministratorsOnlyIfTheOperatorSaysSo() {
        var decisions = decisions((_, _) -> EMPTY, Viewer.ADMINISTRATOR);

        assertThat(decisions.find("desk", Viewer.ADMINISTRATOR, QUERY)).isEqualTo(EMPTY);
        refused(
                () -> decisions.find("desk", Viewer.READER, QUERY),
                new DecisionRefusal.AdministratorsOnly());
    }

    @Test
    void areForEverybodyWhoMayReadByDefault() {
        var decisions = decisions((_, _) -> EMPTY, Viewer.READER);

        assertThat(decisions.find("desk", Viewer.READER, QUERY)).isEqualTo(EMPTY);
        assertThat(decisions.find("desk", Viewer.ADMINISTRATOR, QUERY)).isEqualTo(EMPTY);
        assertThat(counted("ended")).isEqualTo(2);
    }

    @Test
    void areSearchedForByFewAtATime() throws Exception {
        var started = new CountDownLatch(3);
        var end = new CountDownLatch(1);
        var decisions =
                decisions(
                        (_, _) -> {
                            started.countDown();
                            await(end);
                            return new DecisionPage(List.of(), 7L, null);
                        },
                        Viewer.READER);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> decisions.find("one", Viewer.READER, QUERY));
            var two = threads.submit(() -> decisions.find("two", Viewer.READER, QUERY));
            var again = threads.submit(() -> decisions.find("two", Viewer.READER, QUERY));
            await(started);
            refused(
                    () -> decisions.find("two", Viewer.READER, QUERY),
                    new TooManySearches(2, true));
            refused(
                    () -> decisions.find("one", Viewer.READER, QUERY),
                    new TooManySearches(3, false));
            end.countDown();
            assertThat(List.of(one.get(), two.get(), again.get()))
                    .allMatch(it -> it.next() != null);
        }

        assertThat(decisions.find("two", Viewer.READER, QUERY).next()).isEqualTo(7);
        assertThat(counted("continues")).isEqualTo(4);
        assertThat(counted("too_many")).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysNothingOfVerdictsInLogs() {
        var answer = new SampleRecords("desk").answer("r-1", "T-canary", Instant.EPOCH);

        assertThat(new Decision(answer, null)).hasToString("Decision[requestId=r-1]");
    }
}
