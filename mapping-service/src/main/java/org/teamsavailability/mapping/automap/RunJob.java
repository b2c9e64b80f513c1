package org.teamsavailability.mapping.automap;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.connection.ConsentWatch;

/** A run from its begin to its end: read, decide, write. Whatever goes wrong ends it as FAILED. */
final class RunJob {

    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    private final Runs runs;
    private final TeamScan scan;
    private final SuggestionCache memory;
    private final Function<GraphFailure, RunFailure> words;
    private final ConsentWatch watch;
    private final RunMeters meters;

    RunJob(
            Runs runs,
            TeamScan scan,
            SuggestionCache memory,
            Function<GraphFailure, RunFailure> words,
            ConsentWatch watch,
            RunMeters meters) {
        this.runs = runs;
        this.scan = scan;
        this.memory = memory;
        this.words = words;
        this.watch = watch;
        this.meters = meters;
    }

    /** Runs it; what the conditions refuse changes nothing. */
    void run(Run run, RunConditions conditions, MicrosoftTenant tenant, String actor) {
        var started = meters.started();
        try {
            var decision = readAndConclude(run, conditions, tenant, actor);
            meters.ended(run, started, outcome(run, decision.review().heldBack().size()));
        } catch (InterruptedException | RuntimeException e) {
            var failure = failure(run, e);
            meters.ended(run, started, failure.name());
            fail(run, failure);
        }
    }

    private static String outcome(Run run, int heldBack) {
        if (heldBack == 0 || run.dryRun()) {
            return "done";
        }
        LOG.atWarn()
                .addKeyValue("serviceDeskId", run.serviceDeskId())
                .addKeyValue("runId", run.id())
                .addKeyValue("mappings", heldBack)
                .log("An auto-map run removes no mapping until the number is confirmed");
        return "held-back";
    }

    private RunFailure failure(Run run, Exception failure) {
        return switch (failure) {
            case GraphException e -> {
                watch.refused(run.serviceDeskId(), e.failure());
                yield words.apply(e.failure());
            }
            case RunFailedException e -> e.failure();
            case InterruptedException _ -> RunFailure.STOPPED;
            default -> Thread.interrupted() ? RunFailure.STOPPED : internal(run, failure);
        };
    }

    private static RunFailure internal(Run run, Exception e) {
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

    private Decision readAndConclude(
            Run run, RunConditions conditions, MicrosoftTenant tenant, String actor)
            throws InterruptedException {
        var seen = new SeenAccounts(runs.technicians(run.serviceDeskId()));
        var teams = scan.read(tenant, run.teamIds(), seen::see, it -> runs.progress(run, it));
        teams.refusals().forEach(it -> watch.refused(run.serviceDeskId(), it));
        var coverage = Coverage.of(teams, seen);
        var clearing =
                new Clearing(
                        run.scope() == RunScope.FULL && coverage.isComplete(),
                        conditions.confirmed());
        var decision =
                runs.conclude(
                        run,
                        tenant,
                        coverage,
                        actor,
                        technicians -> {
                            conditions.check(tenant, technicians);
                            return clearing.decide(technicians, seen);
                        });
        memory.keep(run.id(), decision.suggestions(), coverage.unreadTeams());
        return decision;
    }
}
