package org.teamsavailability.enricher.stage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.function.IntToLongFunction;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.NotBefore;

/**
 * One epoch of the stage: from one {@code init()} to the next, or to {@code close()}. Accepts
 * requests, ticks while there is something to do, stores cooldowns and asks for commits. Owned by
 * the stream thread.
 */
final class StageEpoch {

    /** How often a task that answered everything looks for cooldowns of its last calls. */
    private static final Duration SLOW_TICK = Duration.ofMillis(500);

    private final ProcessorContext<byte[], AnsweredRequest> context;
    private final CooldownStore cooldownStore;
    private final Dispatches dispatches;
    private final StageSettings settings;
    private final Clock clock;
    private final RequestTraces traces;
    private final Queue<NotBefore> cooldowns;
    private final TaskCommits commits;
    private final List<PendingStore.Restored> restored;
    private final WaitingRequests waiting;
    private @Nullable Cancellable ticker;
    private @Nullable Cancellable slowTicker;
    private boolean crowded;

    /**
     * @param number of this epoch: completions of an earlier one are dropped
     * @param lag how many requests of a partition wait in Kafka
     * @param cooldowns reported by any thread, those of an earlier epoch's calls included
     */
    StageEpoch(
            int number,
            ProcessorContext<byte[], AnsweredRequest> context,
            Dispatches dispatches,
            PendingStore pending,
            CooldownStore cooldownStore,
            StageSettings settings,
            Clock clock,
            StageMetrics metrics,
            RequestTraces traces,
            CommitPacing pacing,
            IntToLongFunction lag,
            Completions completions,
            Queue<NotBefore> cooldowns) {
        this.context = context;
        this.dispatches = dispatches;
        this.cooldownStore = cooldownStore;
        this.settings = settings;
        this.clock = clock;
        this.traces = traces;
        this.cooldowns = cooldowns;
        dispatches.begin(cooldownStore.known(), cooldowns::add);
        this.commits = pacing.forTask(context::commit);
        this.restored = pending.restored(clock.instant());
        this.waiting =
                new WaitingRequests(
                        number,
                        settings,
                        dispatches,
                        pending,
                        completions,
                        new LoadShedding(
                                settings.answerWithin(),
                                () -> lag.applyAsLong(context.taskId().partition())),
                        metrics,
                        traces,
                        this::forward,
                        restored);
    }

    void restore() {
        Instant now = clock.instant();
        restored.forEach(left -> waiting.restore(left, now));
        keepTicking();
    }

    /** What is ready leaves its slot first: the request may need it. */
    void accept(Record<byte[], DispatchRequested> record) {
        Instant now = clock.instant();
        var accepted = traces.accepted(record, now);
        waiting.answerWhatIsReady(now);
        waiting.accept(accepted, now);
        crowded = accepted.isLateAlready();
        settle(now);
    }

    private void tick() {
        Instant now = clock.instant();
        waiting.answerWhatIsReady(now);
        settle(now);
        crowded = false; // unless more of the late ones come before the next tick
    }

    private void settle(Instant now) {
        storeCooldowns(now);
        commits.commitIfDue(now, crowded);
        keepTicking();
    }

    private void forward(AnsweredRequest answered) {
        context.forward(
                new Record<>(
                        answered.request().key(),
                        answered,
                        answered.answer().getDecidedAt().toEpochMilli(),
                        traces.answered(answered)));
        commits.forwarded();
    }

    private void keepTicking() {
        // Asked first: a cooldown is reported before its call ends.
        boolean asking = waiting.isEmpty() && dispatches.isAsking();
        storeCooldowns(clock.instant());
        boolean needed = !waiting.isEmpty() || commits.isOutstanding();
        ticker = needed ? ticking(ticker, settings.tick()) : stopped(ticker);
        slowTicker = asking && !needed ? ticking(slowTicker, SLOW_TICK) : stopped(slowTicker);
    }

    private void storeCooldowns(Instant now) {
        for (var next = cooldowns.poll(); next != null; next = cooldowns.poll()) {
            cooldownStore.put(next, now);
            commits.forwarded();
        }
    }

    private Cancellable ticking(@Nullable Cancellable running, Duration pause) {
        return running != null
                ? running
                : context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, _ -> tick());
    }

    private static @Nullable Cancellable stopped(@Nullable Cancellable running) {
        if (running != null) {
            running.cancel();
        }
        return null;
    }

    void abandon() {
        ticker = stopped(ticker);
        slowTicker = stopped(slowTicker);
        waiting.abandon();
    }
}
