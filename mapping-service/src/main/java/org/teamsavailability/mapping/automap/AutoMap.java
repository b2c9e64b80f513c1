package org.teamsavailability.mapping.automap;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.connection.ConsentWatch;

/**
 * The auto-map of service desks: one run at a time for each, on a virtual thread, within the trace
 * of the request that began it.
 */
public final class AutoMap implements AutoCloseable {

    private static final int TEAMS_AT_ONCE = 8;
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);
    private static final String SYSTEM = "system";

    private final Runs runs;
    private final Clock clock;
    private final Previews previews;
    private final SuggestionCache memory;
    private final RunJob job;
    private final ExecutorService threads =
            Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor());

    /**
     * @param words how a failure of Microsoft's is put
     * @param watch is told of each
     */
    public AutoMap(
            Runs runs,
            TenantDirectory directory,
            Function<GraphFailure, RunFailure> words,
            ConsentWatch watch,
            Clock clock,
            MeterRegistry meters) {
        this(runs, directory, words, watch, clock, meters, BEAT);
    }

    /**
     * @param beat how often a run says that it is alive, in real time
     */
    AutoMap(
            Runs runs,
            TenantDirectory directory,
            Function<GraphFailure, RunFailure> words,
            ConsentWatch watch,
            Clock clock,
            MeterRegistry meters,
            Duration beat) {
        this.runs = runs;
        this.clock = clock;
        this.previews = new Previews(runs);
        this.memory = new SuggestionCache(clock);
        this.job =
                new RunJob(
                        runs,
                        new TeamScan(directory, TEAMS_AT_ONCE, beat),
                        memory,
                        words,
                        watch,
                        new RunMeters(meters));
    }

    /**
     * Begins a run.
     *
     * @param actor who wants it, for the audit
     * @throws org.teamsavailability.mapping.refusal.RefusedException an {@link AutoMapRefusal}
     *     where the dry run that is named does not hold
     */
    public StartResult start(String serviceDeskId, RunRequest wish, String actor) {
        var tenant = runs.grantedTenant(serviceDeskId);
        if (tenant == null) {
            return new StartResult.NotConnected();
        }
        runs.forgetOld(serviceDeskId);
        var decidedOn = previews.decidedOn(serviceDeskId, wish, tenant);
        var run =
                Run.started(
                        UUID.randomUUID(),
                        serviceDeskId,
                        wish.teamIds(),
                        wish.dryRun(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var running = runs.begin(run);
        if (!running.equals(run.id())) {
            return new StartResult.Busy(running);
        }
        var ended = new CountDownLatch(1);
        try {
            threads.execute(() -> {
                try {
                    job.run(run, new RunConditions(wish.confirmClears(), decidedOn), tenant, actor);
                } finally {
                    ended.countDown();
                }
            });
        } catch (RejectedExecutionException _) {
            runs.fail(run, RunFailure.STOPPED);
            ended.countDown();
        }
        return new StartResult.Started(run.id(), ended);
    }

    /**
     * A run of the last 24 hours. Its suggestions, and the names of Teams, are known for ten
     * minutes, to the instance that ran it.
     *
     * @return null where the service desk has none
     */
    public @Nullable RunReport find(String serviceDeskId, UUID runId) {
        var report = runs.find(serviceDeskId, runId);
        return report == null ? null : memory.completed(report);
    }

    /**
     * Undoes the last run of the desk that changed mappings.
     *
     * @return the run, undone
     * @throws org.teamsavailability.mapping.refusal.RefusedException an {@link AutoMapRefusal}
     *     where it is not the last one, or something changed since
     */
    public RunReport undo(String serviceDeskId, UUID runId, String actor) {
        runs.undo(serviceDeskId, runId, actor);
        var report = find(serviceDeskId, runId);
        if (report == null) {
            throw new AutoMapRefusal.NoSuchRun(runId).exception();
        }
        return report;
    }

    /** Deletes the desk's runs of more than 24 hours ago. */
    public void forgetOld(String serviceDeskId) {
        runs.forgetOld(serviceDeskId);
    }

    /**
     * The desk's daily round: begins a full run where the desk wants one.
     *
     * @return whether one began
     */
    public boolean runDaily(String serviceDeskId) {
        return runs.isDaily(serviceDeskId)
                && start(serviceDeskId, RunRequest.FULL, SYSTEM) instanceof StartResult.Started;
    }

    /** Whether the desk wants a full run once a day. */
    public boolean isDaily(String serviceDeskId) {
        return runs.isDaily(serviceDeskId);
    }

    /** Sets whether the desk wants a full run once a day. */
    public void setDaily(String serviceDeskId, boolean daily, String actor) {
        runs.setDaily(serviceDeskId, daily, actor);
    }

    /** Stops what is running: these runs fail, and nothing of them is applied. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            var _ = threads.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
