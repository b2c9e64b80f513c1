package org.teamsavailability.enricher.stage;

import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.NotBefore;
import org.teamsavailability.schemas.PendingRequest;

/**
 * The asynchronous stage: accepts a request, reads Teams without blocking, and answers when the
 * outcomes are there or the deadline has come, in the order of each ticket's requests.
 *
 * <p>Thread rule: the stream thread that owns the task calls every method here and owns every
 * field; only {@link Completions} is touched from elsewhere. Nothing blocks.
 *
 * <p>Invariants:
 *
 * <ol>
 *   <li>A request that waits is in the store before its input can be committed, and leaves it in
 *       the transaction that holds its answer: after a crash it is asked again, never lost, never
 *       answered twice.
 *   <li>A completion counts only for the epoch and the request it names.
 *   <li>An answer is decided once, when its outcomes are there or at its deadline; then it waits
 *       only for earlier requests of its ticket.
 *   <li>The ticker runs exactly while a request waits or a commit is outstanding. While neither is
 *       so and calls to Microsoft are out for answered requests, a slow one runs instead.
 *   <li>A time before which Microsoft must not be called is written with the next commit, and known
 *       to the next epoch before it asks.
 * </ol>
 */
public final class AskTeams
        implements Processor<byte[], DispatchRequested, byte[], AnsweredRequest> {

    private final String storeName;
    private final String cooldownStoreName;
    private final Function<ProcessorContext<byte[], AnsweredRequest>, Dispatches> deciding;
    private final StageSettings settings;
    private final Clock clock;
    private final StageMetrics metrics;
    private final RequestTraces traces;
    private final StreamThreads threads;
    private final IntToLongFunction lag;
    private final Completions completions = new Completions();
    private final Queue<NotBefore> cooldowns = new ConcurrentLinkedQueue<>();

    private int epoch;
    private @Nullable StageEpoch running;

    /**
     * @param storeName the store of pending requests, by slot
     * @param cooldownStoreName the store of times before which Microsoft must not be called
     * @param deciding makes the deciding side, from the tables its task can read
     * @param traces the spans of requests
     * @param threads what the tasks of a stream thread share
     * @param lag how many requests of a partition wait in Kafka
     */
    public AskTeams(
            String storeName,
            String cooldownStoreName,
            Function<ProcessorContext<byte[], AnsweredRequest>, Dispatches> deciding,
            StageSettings settings,
            Clock clock,
            StageMetrics metrics,
            RequestTraces traces,
            StreamThreads threads,
            IntToLongFunction lag) {
        this.storeName = storeName;
        this.cooldownStoreName = cooldownStoreName;
        this.deciding = deciding;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        this.traces = traces;
        this.threads = threads;
        this.lag = lag;
    }

    /** May run again on the same object: everything of an earlier epoch is dropped. */
    @Override
    public void init(ProcessorContext<byte[], AnsweredRequest> context) {
        close();
        epoch++;
        KeyValueStore<Integer, PendingRequest> store = context.getStateStore(storeName);
        running =
                new StageEpoch(
                        epoch,
                        context,
                        dispatches(deciding.apply(context)),
                        new PendingStore(store, traces),
                        new CooldownStore(context.getStateStore(cooldownStoreName)),
                        settings,
                        clock,
                        metrics,
                        traces,
                        threads.pacing(context),
                        lag,
                        completions,
                        cooldowns);
        running.restore();
    }

    @Override
    public void process(Record<byte[], DispatchRequested> record) {
        running().accept(record);
    }

    /** Only stops the ticker: it runs after the commit, so what it forwarded would be lost. */
    @Override
    public void close() {
        if (running != null) {
            running.abandon();
            running = null;
        }
    }

    private Dispatches dispatches(Dispatches unguarded) {
        var guarded = new GuardedDispatches(unguarded);
        return traces.traced() ? new TracedDispatches(guarded) : guarded;
    }

    private StageEpoch running() {
        if (running == null) {
            throw new IllegalStateException("The stage is used outside init() and close()");
        }
        return running;
    }
}
