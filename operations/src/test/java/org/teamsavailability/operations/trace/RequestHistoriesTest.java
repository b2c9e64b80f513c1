package org.teamsavailability.operations.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.operations.trace.Traces.NOON;
import static org.teamsavailability.operations.trace.Traces.PARTITION;
import static org.teamsavailability.operations.trace.Traces.answered;
import static org.teamsavailability.operations.trace.Traces.fallback;
import static org.teamsavailability.operations.trace.Traces.letter;
import static org.teamsavailability.operations.trace.Traces.pending;
import static org.teamsavailability.operations.trace.Traces.requested;
import static org.teamsavailability.operations.trace.Traces.unreadable;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.operations.trace.RequestHistory.Standing;
import org.teamsavailability.operations.trace.RequestHistory.Standing.AnswerNotKept;
import org.teamsavailability.operations.trace.RequestHistory.Standing.Answered;
import org.teamsavailability.operations.trace.RequestHistory.Standing.Dead;
import org.teamsavailability.operations.trace.RequestHistory.Standing.NotTaken;
import org.teamsavailability.operations.trace.RequestHistory.Standing.Unexplained;
import org.teamsavailability.operations.trace.RequestHistory.Standing.Waiting;
import org.teamsavailability.operations.trace.RequestHistory.Unseen;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PendingRequest;

class RequestHistoriesTest {

    private List<FoundRecord<DispatchRequested>> requests = List.of();
    private @Nullable List<FoundRecord<PendingRequest>> pending = List.of();
    private @Nullable Map<Integer, Long> taken = Map.of(PARTITION, 100L);
    private List<FoundRecord<CandidateAvailability>> answers = List.of();
    private List<FoundRecord<FallbackReason>> fallbacks = List.of();
    private List<DeadLetter> letters = List.of();

    @Test
    void givesEachRecordOfATicketItsOwnAnswerInTheirOrder() {
        var first = answered(1, "t-1", NOON.plusSeconds(11));
        var second = answered(2, "t-1", NOON.plusSeconds(12));
        requests = List.of(requested(10, "t-1"), requested(11, "t-1"));
        answers = List.of(first, second);

        assertThat(standings()).containsExactly(new Answered(first), new Answered(second));
    }

    @Test
    void givesNoRecordTheAnswerOfAnotherTicket() {
        var other = answered(1, "t-2", NOON);
        requests = List.of(requested(10, "t-1"));
        answers = List.of(other);

        assertThat(standings())
                .containsExactly(new Unexplained(Unseen.NOTHING), new Answered(other));
    }

    @Test
    void findsARequestThatWaitsByItsTime() {
        var earlier = requested(10, "t-1");
        var later = requested(11, "t-1");
        var answer = answered(1, "t-1", NOON);
        var waiting = pending(later);
        requests = List.of(earlier, later);
        answers = List.of(answer);
        pending = List.of(waiting);

        assertThat(standings()).containsExactly(new Answered(answer), new Waiting(waiting));
    }

    @Test
    void believesTheAnswerMoreThanTheChangelogThatWasReadBefore() {
        var request = requested(10, "t-1");
        var answer = answered(1, "t-1", NOON);
        requests = List.of(request);
        pending = List.of(pending(request));
        answers = List.of(answer);

        assertThat(standings()).containsExactly(new Answered(answer));
    }

    @Test
    void countsWhatTheEnricherHasToTakeFirst() {
        requests = List.of(requested(103, "t-1"));

        assertThat(standings()).containsExactly(new NotTaken(3));
    }

    @Test
    void countsFromTheStartWhereNoEnricherEverRan() {
        taken = Map.of();
        requests = List.of(requested(7, "t-1"));

        assertThat(standings()).containsExactly(new NotTaken(7));
    }

    @Test
    void findsTheDeadLetterByThePlaceWhereItDied() {
        var dead = letter(11);
        var answer = answered(1, "t-1", NOON);
        requests = List.of(requested(10, "t-1"), unreadable(11));
        letters = List.of(dead);
        answers = List.of(answer);

        assertThat(standings()).containsExactly(new Answered(answer), new Dead(dead));
    }

    @Test
    void saysWhatCouldNotBeSeen() {
        requests = List.of(requested(10, "t-1"));
        pending = null;
        assertThat(standings()).containsExactly(new Unexplained(Unseen.PENDING));

        taken = null;
        assertThat(standings()).containsExactly(new Unexplained(Unseen.TAKEN));
    }

    @Test
    void putsFallbacksToTheAnswerOfTheSameTime() {
        var its = fallback(NOON.plusSeconds(11));
        var anothers = fallback(NOON.minusSeconds(60));
        requests = List.of(requested(10, "t-1"));
        answers = List.of(answered(1, "t-1", NOON.plusSeconds(11)));
        fallbacks = List.of(anothers, its);

        var histories = histories();

        assertThat(histories)
                .extracting(RequestHistory::fallbacks)
                .containsExactly(List.of(its), List.of(anothers));
        assertThat(histories.getLast().standing()).isEqualTo(new AnswerNotKept());
    }

    private List<Standing> standings() {
        return histories().stream().map(RequestHistory::standing).toList();
    }

    private List<RequestHistory> histories() {
        return RequestHistories.of(
                new FoundRecords(requests, pending, taken, answers, fallbacks, letters));
    }
}
