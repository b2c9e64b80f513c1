package org.teamsavailability.mapping.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.InProgress;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.KeyReused;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.NotFound;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.StreamUnavailable;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.TooManyWaiting;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** A request is on its topic once, whatever is killed, repeated or unavailable. */
class AvailabilityRequestsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final String DESK = "northwind";
    private static final String ID = "request-1";

    private final FakeTime time = new FakeTime();
    private final FakeRequestStore store = new FakeRequestStore(time);
    private final FakeStreams streams = new FakeStreams();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WaitingCalls calls = new WaitingCalls(3, 2);
    private final RequestBatches batches =
            new RequestBatches(store, store, AttemptTimes.of(DEADLINE), time, Runnable::run);
    private final AvailabilityRequests requests =
            new AvailabilityRequests(
                    new Acceptance(store, store, batches, streams, AttemptTimes.of(DEADLINE), time),
                    batches,
                    store,
                    store,
                    streams,
                    calls,
                    new RequestMeters(meters, calls),
                    time,
                    time);

    private static AskedRequest asked() {
        return asked("body", null);
    }

    private static AskedRequest asked(String body, @Nullable Instant respondBy) {
        return new AskedRequest(
                DispatchRequested.newBuilder()
                        .setRequestId(ID)
                        .setServiceDeskId(DESK)
                        .setTicketId("T-1")
                        .setMode(DispatchMode.AI)
                        .setRequestedAt(Instant.EPOCH)
                        .setRespondBy(respondBy)
                        .setCandidates(List.of())
                        .setTeamsAvailability(
                                TeamsAvailabilitySettings.newBuilder()
                                        .setEnabled(true)
                                        .setRotaTeamIds(List.of())
                                        .build())
                        .build(),
                RequestHash.of(body));
    }

    private static Reply answered(boolean late) {
        return new Reply.Answered(FakeStreams.answer(asked().record()), late);
    }

    private Reply ask() throws InterruptedException {
        return requests.ask(asked(), Duration.ofSeconds(1));
    }

    private Reply get() throws InterruptedException {
        return requests.find(DESK, ID, Duration.ZERO);
    }

    /** A call of another instance that is killed after it has stored the request. */
    private void storedAndKilled() {
        store.run(
                DESK,
                it ->
                        assertThat(
                                        store.add(
                                                it,
                                                List.of(
                                                        new NewRequest(
                                                                ID,
                                                                asked().hash(),
                                                                streams.ends(DESK))),
                                                DEADLINE))
                                .isNotEmpty());
    }

    private static AvailabilityRefusal refusal(ThrowingCallable call) {
        var refusal = new ArrayList<AvailabilityRefusal>();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(it -> refusal.add((AvailabilityRefusal) it.refusal()));
        return refusal.getFirst();
    }

    @Test
    void publishesARequestAndReturnsItsAnswer() throws Exception {
        assertThat(ask()).isEqualTo(answered(false));
        assertThat(streams.published(ID)).isOne();
    }

    @Test
    void answersARepeatWithoutAnotherRecord() throws Exception {
        var first = ask();

        assertThat(ask()).isEqualTo(first);
        assertThat(streams.published(ID)).isOne();
    }

    @Test
    void refusesAnotherBodyUnderTheSameId() throws Exception {
        ask();

        assertThat(refusal(() -> requests.ask(asked("other", null), Duration.ZERO)))
                .isEqualTo(new KeyReused(ID));
        assertThat(streams.published(ID)).isOne();
    }

    @Test
    void refusesARepeatWhileTheFirstCallIsBeingAccepted() {
        storedAndKilled();

        assertThat(refusal(() -> requests.ask(asked(), Duration.ZERO)))
                .isEqualTo(new InProgress(ID, DEADLINE));
        assertThat(refusal(this::ask))
                .isEqualTo(new InProgress(ID, DEADLINE.minus(Duration.ofSeconds(1))));
        assertThat(streams.published(ID)).isZero();
    }

    @Test
    void waitsForTheFirstCallToPublish() throws Exception {
        storedAndKilled();
        time.duringPauses(() -> {
            if (streams.published(ID) == 0) {
                long offset = streams.publish(asked().record());
                store.run(DESK, it -> store.accepted(it, Map.of(ID, offset)));
            }
        });

        assertThat(ask()).isEqualTo(answered(false));
        assertThat(streams.published(ID)).isOne();
    }

    @Test
    void takesTheRecordThatAKilledCallHasSent() throws Exception {
        storedAndKilled();
        streams.publish(asked().record());
        time.advance(DEADLINE);

        assertThat(ask()).isEqualTo(answered(false));
        assertThat(streams.published(ID)).isOne();
    }

    @Test
    void sendsTheRecordThatAKilledCallHasNotSent() throws Exception {
        storedAndKilled();
        time.advance(DEADLINE);

        assertThat(ask()).isEqualTo(answered(false));
        assertThat(ask()).isEqualTo(answered(false));
        assertThat(streams.published(ID)).isOne();
    }

    @Test
    void leavesARequestToTheCallThatHasTakenItOver() {
        storedAndKilled();
        time.advance(DEADLINE);
        store.run(DESK, it -> assertThat(store.takeOver(it, ID, 1, DEADLINE)).isTrue());

        assertThat(refusal(() -> requests.ask(asked(), Duration.ZERO)))
                .isEqualTo(new InProgress(ID, DEADLINE));
        assertThat(streams.published(ID)).isZero();
    }

    @Test
    void sendsNothingIfItIsTooLateToStart() {
        store.afterCommits(() -> time.advance(DEADLINE.dividedBy(2)));

        assertThat(refusal(this::ask)).isEqualTo(new StreamUnavailable(DEADLINE));
        assertThat(streams.published(ID)).isZero();
    }

    @Test
    void sendsNothingIfAnotherCallTookOverDuringItsSearch() throws Exception {
        storedAndKilled();
        time.advance(DEADLINE);
        var commits = new ArrayList<Integer>();
        // commits of this call: the row is there, is found, is taken over; then somebody else
        store.afterCommits(() -> {
            commits.add(1);
            if (commits.size() == 3) {
                store.afterCommits(() -> {});
                time.advance(DEADLINE);
                store.run(DESK, it -> assertThat(store.takeOver(it, ID, 2, DEADLINE)).isTrue());
            }
        });

        assertThat(refusal(() -> requests.ask(asked(), Duration.ZERO)))
                .isInstanceOf(InProgress.class);
        assertThat(streams.published(ID)).isZero();
    }

    @Test
    void storesNothingIfKafkaIsUnavailable() {
        streams.becomeUnavailable(true);

        assertThat(refusal(this::ask)).isEqualTo(new StreamUnavailable(DEADLINE));
        assertThat(store.isEmpty()).isTrue();
    }

    @Test
    void publishesNothingAfterARefusalUntilTheCallIsRepeated() throws Exception {
        streams.beforeSending(
                ID,
                () -> {
                    throw new StreamUnavailable(DEADLINE).exception();
                });
        assertThat(refusal(this::ask)).isEqualTo(new StreamUnavailable(DEADLINE));
        streams.beforeSending(ID, () -> {});
        time.advance(DEADLINE);

        assertThat(refusal(this::get)).isEqualTo(new NotFound(ID));
        assertThat(streams.published(ID)).isZero();
        assertThat(ask()).isEqualTo(answered(false));
        assertThat(streams.published(ID)).isOne();
    }

    @Test
    void acceptsARequestWhoseOffsetCannotBeStored() throws Exception {
        streams.beforeSending(
                ID,
                () ->
                        store.afterCommits(() -> {
                            throw new IllegalStateException("The database is away");
                        }));

        assertThat(ask()).isEqualTo(answered(false));
    }

    @ParameterizedTest
    @CsvSource({
        ", PT2.5S",
        "2026-03-02T09:00:01Z, PT1.1S",
        "2026-03-02T08:59:59Z, PT2.5S",
        "2026-03-02T10:00:00Z, PT30S"
    })
    void waitsUntilTheAnswerIsDue(@Nullable Instant respondBy, Duration expected) throws Exception {
        streams.stopEnricher();
        var waits = new ArrayList<Duration>();
        streams.passTime(waits::add);

        assertThat(requests.ask(asked("body", respondBy), null)).isEqualTo(new Reply.Open(ID));
        assertThat(waits).containsExactly(expected);
    }

    @Test
    void showsAnAnswerThatCameAfterTheWaitAsLate() throws Exception {
        streams.stopEnricher();
        assertThat(ask()).isEqualTo(new Reply.Open(ID));
        assertThat(get()).isEqualTo(new Reply.Open(ID));

        streams.answerAll();

        assertThat(get()).isEqualTo(answered(true));
        assertThat(ask()).isEqualTo(answered(false));
    }

    @Test
    void showsAnAnswerThatCameInTime() throws Exception {
        ask();

        assertThat(get()).isEqualTo(answered(false));
        assertThat(requests.find(DESK, ID, Duration.ofSeconds(1))).isEqualTo(answered(false));
    }

    @Test
    void findsWhatAKilledCallHasPublished() throws Exception {
        storedAndKilled();
        assertThat(get()).isEqualTo(new Reply.Open(ID));
        streams.publish(asked().record());
        time.advance(DEADLINE);

        assertThat(get()).isEqualTo(answered(false));
    }

    @Test
    void findsNothingOfAnotherDesk() throws Exception {
        ask();

        assertThat(refusal(() -> requests.find("contoso", ID, Duration.ZERO)))
                .isEqualTo(new NotFound(ID));
    }

    @Test
    void boundsTheCallsOfADeskAndOfAll() {
        var ofDesk = calls.enter(DESK);
        var _ = calls.enter(DESK);

        assertThat(refusal(this::ask)).isEqualTo(new TooManyWaiting(2, true));
        var _ = calls.enter("contoso");
        assertThat(refusal(() -> requests.find("third", ID, Duration.ZERO)))
                .isEqualTo(new TooManyWaiting(3, false));
        ofDesk.close();
        assertThatNoException().isThrownBy(this::ask);
        assertThat(calls.count()).isEqualTo(2);
    }

    @Test
    void countsCallsByHowTheyEnd() throws Exception {
        ask();
        refusal(() -> requests.ask(asked("other", null), Duration.ZERO));

        assertThat(count("answered")).isOne();
        assertThat(count("key_reused")).isOne();
        assertThat(meters.get("teams.availability.http.answers").timer().count()).isOne();
    }

    private double count(String outcome) {
        return meters.get("teams.availability.http.calls")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
