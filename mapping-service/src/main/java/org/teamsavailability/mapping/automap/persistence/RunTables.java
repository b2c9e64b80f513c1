package org.teamsavailability.mapping.automap.persistence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.automap.AutoMapRefusal;
import org.teamsavailability.mapping.automap.Coverage;
import org.teamsavailability.mapping.automap.Decision;
import org.teamsavailability.mapping.automap.Preview;
import org.teamsavailability.mapping.automap.Progress;
import org.teamsavailability.mapping.automap.Run;
import org.teamsavailability.mapping.automap.RunFailedException;
import org.teamsavailability.mapping.automap.RunFailure;
import org.teamsavailability.mapping.automap.RunReport;
import org.teamsavailability.mapping.automap.Runs;
import org.teamsavailability.mapping.automap.Technician;
import org.teamsavailability.mapping.connection.Connection;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;
import tools.jackson.databind.json.JsonMapper;

/** Runs in the database, each call a transaction of its desk. */
@Component
public final class RunTables implements Runs {

    /** A run that has not said for so long that it is alive is taken for dead. */
    static final Duration TAKEN_FOR_DEAD_AFTER = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofHours(24);

    private final DeskTransactions transactions;
    private final ConnectionStore connections;
    private final Audit audit;
    private final Clock clock;
    private final RunRows runs;
    private final Conclusion conclusion;
    private final Reversal reversal;

    public RunTables(
            DeskTransactions transactions,
            ConnectionStore connections,
            Audit audit,
            Clock clock,
            JsonMapper json) {
        this.transactions = transactions;
        this.connections = connections;
        this.audit = audit;
        this.clock = clock;
        this.runs = new RunRows(json);
        this.conclusion = new Conclusion(runs, connections, audit);
        this.reversal = new Reversal(runs, connections, audit);
    }

    @Override
    public @Nullable MicrosoftTenant grantedTenant(String serviceDeskId) {
        var connection = transactions.<@Nullable Connection>in(serviceDeskId, connections::find);
        return connection == null ? null : connection.grantedTenant();
    }

    @Override
    public UUID begin(Run run) {
        @Nullable UUID running = null;
        while (running == null) {
            // null again where the other one ended just now
            running =
                    transactions.<@Nullable UUID>in(
                            run.serviceDeskId(),
                            it -> {
                                runs.failDead(it, RunFailure.STOPPED, now());
                                return runs.insert(it, run, aliveUntil())
                                        ? run.id()
                                        : runs.running(it);
                            });
        }
        return running;
    }

    @Override
    public void progress(Run run, Progress progress) {
        boolean runs = transactions.in(run.serviceDeskId(), it -> renew(it, run, progress));
        if (!runs) {
            throw new RunFailedException(RunFailure.STOPPED);
        }
    }

    private boolean renew(DeskTransaction transaction, Run run, Progress progress) {
        return runs.renew(transaction, run.id(), progress, aliveUntil());
    }

    @Override
    public List<Technician> technicians(String serviceDeskId) {
        return transactions.in(serviceDeskId, AutoMappingRows::technicians);
    }

    @Override
    public Decision conclude(
            Run run,
            MicrosoftTenant tenant,
            Coverage coverage,
            String actor,
            Function<List<Technician>, Decision> decide) {
        return transactions.retried(
                run.serviceDeskId(),
                it -> conclusion.of(it, run, tenant, coverage, actor, decide, now()));
    }

    @Override
    public void fail(Run run, RunFailure failure) {
        transactions.run(run.serviceDeskId(), it -> runs.fail(it, run.id(), failure, now()));
    }

    @Override
    public @Nullable RunReport find(String serviceDeskId, UUID runId) {
        return transactions.<@Nullable RunReport>in(
                serviceDeskId,
                it -> {
                    runs.failDead(it, RunFailure.STOPPED, now());
                    var run = runs.find(it, runId, now().minus(KEPT));
                    return run == null ? null : new RunReport(run, OutcomeRows.of(it, runId), null);
                });
    }

    @Override
    public @Nullable Preview preview(String serviceDeskId, UUID runId) {
        return transactions.<@Nullable Preview>in(
                serviceDeskId, it -> runs.preview(it, runId, now().minus(KEPT)));
    }

    @Override
    public void undo(String serviceDeskId, UUID runId, String actor) {
        transactions.retried(
                serviceDeskId,
                it -> {
                    it.lockDesk();
                    runs.failDead(it, RunFailure.STOPPED, now());
                    var run = runs.find(it, runId, now().minus(KEPT));
                    if (run == null) {
                        throw new AutoMapRefusal.NoSuchRun(runId).exception();
                    }
                    reversal.of(it, run, actor, now());
                    return runId;
                });
    }

    @Override
    public void forgetOld(String serviceDeskId) {
        transactions.run(serviceDeskId, it -> runs.delete(it, now().minus(KEPT)));
    }

    @Override
    public boolean isDaily(String serviceDeskId) {
        return transactions.in(serviceDeskId, DeskRows::isDaily);
    }

    @Override
    public void setDaily(String serviceDeskId, boolean daily, String actor) {
        transactions.run(
                serviceDeskId,
                it -> {
                    if (DeskRows.setDaily(it, daily)) {
                        audit.record(
                                it, actor, "settings.changed", null, Map.of("dailyAutoMap", daily));
                    }
                });
    }

    private Instant aliveUntil() {
        return now().plus(TAKEN_FOR_DEAD_AFTER);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
