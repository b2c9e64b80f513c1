package org.teamsavailability.enricher.stage;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.NotBefore;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.TrustedRecords;
import org.teamsavailability.schemas.serde.PlainAvro;

/**
 * Plays the stage without a broker: one store, one clock, futures completed by hand. A restart
 * gives the store to a new stage, as a restore does.
 */
final class StageStory {

    static final String STORE = "pending-requests";
    static final String COOLDOWNS = "not-before";
    static final StageSettings SETTINGS =
            new StageSettings(
                    8,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(5),
                    Duration.ofMillis(15));

    final MovableClock clock = new MovableClock();
    final FakeDispatches dispatches = new FakeDispatches();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final StageMetrics metrics = new StageMetrics(meters);
    final RequestTraces traces;
    final KeyValueStore<Integer, PendingRequest> store;
    final KeyValueStore<String, NotBefore> cooldowns;
    MockProcessorContext<byte[], AnsweredRequest> context = new MockProcessorContext<>();
    AskTeams stage;
    long lag;

    StageStory() {
        this(RequestTraces.off());
    }

    StageStory(RequestTraces traces) {
        this.traces = traces;
        stage = newStage();
        TrustedRecords.allow();
        store =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(STORE),
                                Serdes.Integer(),
                                PlainAvro.of(PendingRequest.class))
                        .withLoggingDisabled()
                        .build();
        store.init(context.getStateStoreContext(), store);
        cooldowns =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(COOLDOWNS),
                                Serdes.String(),
                                PlainAvro.of(NotBefore.class))
                        .withLoggingDisabled()
                        .build();
        cooldowns.init(context.getStateStoreContext(), cooldowns);
        context.addStateStore(store);
        context.addStateStore(cooldowns);
        stage.init(context);
    }

    void accept(DispatchRequested request) {
        accept(request, new RecordHeaders());
    }

    void accept(DispatchRequested request, RecordHeaders headers) {
        stage.process(
                new Record<>(
                        request.getServiceDeskId().getBytes(StandardCharsets.UTF_8),
                        request,
                        clock.millis(),
                        headers));
    }

    /** Time passes, and the ticker fires if there is one. */
    void advance(Duration time) {
        clock.advance(time);
        tick();
    }

    void tick() {
        for (CapturedPunctuator ticker : context.scheduledPunctuators()) {
            if (!ticker.cancelled()) {
                ticker.getPunctuator().punctuate(clock.millis());
            }
        }
    }

    /** The process dies; another stage finds the store as it was committed. */
    void crashAndRestart() {
        stage = newStage();
        startAgain();
    }

    /** The same object is initialised again, as after a rebalance. */
    void initAgain() {
        startAgain();
    }

    private void startAgain() {
        var before = context;
        context = new MockProcessorContext<>();
        context.addStateStore(store);
        context.addStateStore(cooldowns);
        before.resetForwards();
        stage.init(context);
    }

    /** The answers so far, as {@code request: how}. */
    List<String> answers() {
        return context.forwarded().stream()
                .map(CapturedForward::record)
                .map(record -> record.value().answer())
                .map(answer -> answer.getRequestId() + ": " + answer.getRunOutput())
                .toList();
    }

    Record<? extends byte[], ? extends AnsweredRequest> lastRecord() {
        return context.forwarded().getLast().record();
    }

    long tickers() {
        return context.scheduledPunctuators().stream()
                .filter(ticker -> !ticker.cancelled())
                .count();
    }

    int shownAsPending() {
        return (int) meters.get("teams.availability.pending.requests").gauge().value();
    }

    int pending() {
        return (int) store.approximateNumEntries();
    }

    Instant now() {
        return clock.instant();
    }

    private AskTeams newStage() {
        return new AskTeams(
                STORE,
                COOLDOWNS,
                _ -> dispatches,
                SETTINGS,
                clock,
                metrics,
                traces,
                new StreamThreads(SETTINGS.commitPause()),
                _ -> lag);
    }
}
