package org.teamsavailability.enricher.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphFailure;

class SignalReadsTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);

    private record Asked(
            Set<UUID> keys, CompletableFuture<Void> settled, Map<UUID, Outcome<String>> soFar)
            implements TeamsRead<UUID, String> {}

    private final List<Asked> asked = new ArrayList<>();
    private final SignalReads<String> reads =
            new SignalReads<>(Set.of(ANNA, BEN), LIMIT, this::ask);

    private Asked ask(Collection<UUID> keys) {
        var round = new Asked(Set.copyOf(keys), new CompletableFuture<>(), new HashMap<>());
        asked.add(round);
        return round;
    }

    private void read(UUID key, String value, int second) {
        asked.getLast().soFar().put(key, new Outcome.Read<>(value, second(second)));
    }

    private static Instant second(int number) {
        return START.plusSeconds(number);
    }

    private void askAgain(int now) {
        reads.askAgain(second(now), second(now));
    }

    @Test
    void asksAgainOnlyForWhatIsTooOld() {
        read(ANNA, "a", 0);
        read(BEN, "b", 1);

        askAgain(5);
        assertThat(asked).hasSize(1);
        askAgain(6);

        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().keys()).containsExactly(ANNA);
        assertThat(reads.settled()).hasSize(2);
    }

    @Test
    void asksAgainForWhatWillBeTooOld() {
        read(ANNA, "a", 0);

        reads.askAgain(second(3), second(6));

        assertThat(asked.getLast().keys()).containsExactly(ANNA);
    }

    @Test
    void leavesToItsFateWhatFailedOrIsBeingAsked() {
        read(ANNA, "a", 0);
        asked.getLast().soFar().put(BEN, failed());
        askAgain(6);
        askAgain(60);

        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().keys()).containsExactly(ANNA);
    }

    @Test
    void asksOnceASecondWhereOnlyOldThingsAreGiven() {
        read(ANNA, "a", 0);
        askAgain(6);
        read(ANNA, "still old", 0);
        askAgain(6);
        assertThat(asked).hasSize(2);

        askAgain(7);

        assertThat(asked).hasSize(3);
    }

    @Test
    void knowsTheNewerOfTwoReads() {
        read(ANNA, "old", 0);
        askAgain(6);
        read(ANNA, "new", 6);

        assertThat(reads.known(second(6)))
                .containsEntry(ANNA, new Outcome.Read<>("new", second(6)));
    }

    @Test
    void knowsWhatIsOldForAsLongAsACallMayTake() {
        read(ANNA, "old", 0);
        askAgain(6);

        assertThat(reads.known(second(6))).containsKey(ANNA);
        assertThat(reads.known(second(6).plusMillis(1))).isEmpty();
    }

    @Test
    void knowsWhyWhatIsTooOldWasNotReadAgain() {
        read(ANNA, "old", 0);
        askAgain(6);
        asked.getLast().soFar().put(ANNA, failed());

        assertThat(reads.known(second(7))).containsEntry(ANNA, failed());
    }

    @Test
    void takesALimitUnderASecondForOne() {
        var limits = new AgeLimits(Duration.ZERO, Duration.ofMillis(999));

        assertThat(limits).isEqualTo(new AgeLimits(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    private static Outcome<String> failed() {
        return new Outcome.Failed<>(new GraphFailure.Unreachable(503, "r-1"));
    }
}
