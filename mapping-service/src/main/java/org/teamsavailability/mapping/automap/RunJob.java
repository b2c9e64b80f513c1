package org.teamsavailability.mapping.automap;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;

/** A run from its begin to its end: read, decide, write. Whatever goes wrong ends it as FAILED. */
final class RunJob {

    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    private final Runs runs;
    private final TeamScan scan;
    private final SuggestionMemory memory;
    private final Function<GraphFailure, RunFailure> words;
    private final RunMeters meters;

    RunJob(
            Runs runs,
            TeamScan scan,
            SuggestionMemory memory,
            Function<GraphFailure, RunFailure> words,
            RunMeters meters) {
        this.runs = runs;
        this.scan = scan;
        this.memory = memory;
        this.words = words;
        this.meters = meters;
    }

    void run(Run run, MicrosoftTenant tenant, String actor) {
        var begun = meters.begun();
        var failure = attempt(run, tenant, actor);
        meters.ended(run, begun, failure == null ? "done" : failure.name());
        if (failure != null) {
            fail(run, failure);
        }
    }

    /** Null where it succeeds. */
    private @Nullable RunFailure attempt(Run run, MicrosoftTenant tenant, String actor) {
        try {
            readAndConclude(run, tenant, actor);
            return null;
        } catch (GraphException e) {
            return words.apply(e.failure());
        } catch (RunFailedException e) {
            return e.failure();
        } catch (InterruptedException _) {
            return RunFailure.STOPPED;
        } catch (RuntimeException e) {
            return Thread.interrupted() ? RunFailure.STOPPED : internal(run, e);
        }
    }

    private static RunFailure internal(Run run, RuntimeException e) {
        LOG.atError().addKeyValue("runId", run.id()).setCause(e).log("An auto-map run failed");
        return RunFailure.INTERNAL;
    }

    /** Where not even that can be noted, the run is taken for dead in a minute. */
    private void fail(Run run, RunFailure failure) {
        try {
            runs.fail(run, failure);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("runId", run.id())
                    .setCause(e)
                    .log("The end of an auto-map run could not be noted");
        }
    }

    private void readAndConclude(Run run, MicrosoftTenant tenant, String actor)
            throws InterruptedException {
        var seen = new Sightings(runs.technicians(run.serviceDeskId()));
        scan.read(tenant, run.teamIds(), seen::see, progress -> runs.progress(run, progress));
        var decision =
                runs.conclude(
                        run,
                        tenant,
                        actor,
                        technicians -> Matching.decide(technicians, seen, run.scope(), true));
        memory.keep(run.id(), decision.suggestions());
    }
}
