package org.teamsavailability.mapping.automap.persistence;

import static java.util.Objects.requireNonNull;
import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_RUN;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.automap.Coverage;
import org.teamsavailability.mapping.automap.DeskState;
import org.teamsavailability.mapping.automap.Preview;
import org.teamsavailability.mapping.automap.Progress;
import org.teamsavailability.mapping.automap.Run;
import org.teamsavailability.mapping.automap.RunFailure;
import org.teamsavailability.mapping.automap.RunScope;
import org.teamsavailability.mapping.automap.RunState;
import org.teamsavailability.mapping.database.tables.records.AutoMapRunRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;
import tools.jackson.databind.json.JsonMapper;

/** The runs of the transaction's desk. */
final class RunRows {

    private static final String RUNNING = RunState.RUNNING.name();

    private final JsonMapper json;

    RunRows(JsonMapper json) {
        this.json = json;
    }

    /** False where another one is running. */
    boolean insert(DeskTransaction transaction, Run run, Instant aliveUntil) {
        return sql(transaction)
                        .insertInto(AUTO_MAP_RUN)
                        .set(AUTO_MAP_RUN.RUN_ID, run.id())
                        .set(AUTO_MAP_RUN.SERVICE_DESK_ID, run.serviceDeskId())
                        .set(AUTO_MAP_RUN.STATE, RUNNING)
                        .set(AUTO_MAP_RUN.SCOPE, run.scope().name())
                        .set(AUTO_MAP_RUN.TEAM_IDS, run.teamIds().toArray(UUID[]::new))
                        .set(AUTO_MAP_RUN.DRY_RUN, run.dryRun())
                        .set(AUTO_MAP_RUN.TEAMS_TOTAL, run.progress().teamsTotal())
                        .set(AUTO_MAP_RUN.ALIVE_UNTIL, aliveUntil)
                        .set(AUTO_MAP_RUN.STARTED_AT, run.startedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Nullable UUID running(DeskTransaction transaction) {
        return sql(transaction)
                .select(AUTO_MAP_RUN.RUN_ID)
                .from(AUTO_MAP_RUN)
                .where(AUTO_MAP_RUN.STATE.eq(RUNNING))
                .fetchOne(AUTO_MAP_RUN.RUN_ID);
    }

    /** False where it is not running any more. */
    boolean renew(DeskTransaction transaction, UUID run, Progress progress, Instant aliveUntil) {
        return sql(transaction)
                        .update(AUTO_MAP_RUN)
                        .set(AUTO_MAP_RUN.TEAMS_DONE, progress.teamsDone())
                        .set(AUTO_MAP_RUN.TEAMS_TOTAL, progress.teamsTotal())
                        .set(AUTO_MAP_RUN.ALIVE_UNTIL, aliveUntil)
                        .where(AUTO_MAP_RUN.RUN_ID.eq(run))
                        .and(AUTO_MAP_RUN.STATE.eq(RUNNING))
                        .execute()
                == 1;
    }

    /** False where it is not running any more. */
    boolean finish(
            DeskTransaction transaction, UUID run, UUID tenant, Coverage coverage, Instant at) {
        return sql(transaction)
                        .update(AUTO_MAP_RUN)
                        .set(AUTO_MAP_RUN.STATE, RunState.DONE.name())
                        .set(AUTO_MAP_RUN.MICROSOFT_TENANT_ID, tenant)
                        .set(AUTO_MAP_RUN.COMPLETE, coverage.isComplete())
                        .set(AUTO_MAP_RUN.COVERAGE, CoverageText.of(coverage, json))
                        .set(AUTO_MAP_RUN.FINISHED_AT, at)
                        .where(AUTO_MAP_RUN.RUN_ID.eq(run))
                        .and(AUTO_MAP_RUN.STATE.eq(RUNNING))
                        .execute()
                == 1;
    }

    /** The run that changed mappings last, undone or not; null where there is none. */
    @Nullable UUID last(DeskTransaction transaction) {
        return sql(transaction)
                .select(AUTO_MAP_RUN.RUN_ID)
                .from(AUTO_MAP_RUN)
                .where(AUTO_MAP_RUN.STATE.eq(RunState.DONE.name()))
                .andNot(AUTO_MAP_RUN.DRY_RUN)
                .orderBy(AUTO_MAP_RUN.FINISHED_AT.desc(), AUTO_MAP_RUN.STARTED_AT.desc())
                .limit(1)
                .fetchOne(AUTO_MAP_RUN.RUN_ID);
    }

    void undone(DeskTransaction transaction, UUID run, Instant at) {
        sql(transaction)
                .update(AUTO_MAP_RUN)
                .set(AUTO_MAP_RUN.UNDONE_AT, at)
                .where(AUTO_MAP_RUN.RUN_ID.eq(run))
                .execute();
    }

    /** Notes what a dry run decided on. */
    void note(DeskTransaction transaction, UUID run, DeskState decidedOn) {
        sql(transaction)
                .update(AUTO_MAP_RUN)
                .set(AUTO_MAP_RUN.DECIDED_ON, decidedOn.sha256())
                .where(AUTO_MAP_RUN.RUN_ID.eq(run))
                .execute();
    }

    /** Null where there is no such dry run that has ended. */
    @Nullable Preview preview(DeskTransaction transaction, UUID run, Instant startedAfter) {
        return sql(transaction)
                .selectFrom(AUTO_MAP_RUN)
                .where(AUTO_MAP_RUN.RUN_ID.eq(run))
                .and(AUTO_MAP_RUN.STARTED_AT.gt(startedAfter))
                .and(AUTO_MAP_RUN.STATE.eq(RunState.DONE.name()))
                .and(AUTO_MAP_RUN.DECIDED_ON.isNotNull())
                .fetchOne(RunRows::preview);
    }

    private static Preview preview(AutoMapRunRecord row) {
        return new Preview(
                row.getRunId(),
                Arrays.asList(row.getTeamIds()),
                new DeskState(requireNonNull(row.getDecidedOn())));
    }

    void fail(DeskTransaction transaction, UUID run, RunFailure failure, Instant at) {
        sql(transaction)
                .update(AUTO_MAP_RUN)
                .set(AUTO_MAP_RUN.STATE, RunState.FAILED.name())
                .set(AUTO_MAP_RUN.FAILURE, JSONB.valueOf(json.writeValueAsString(failure)))
                .set(AUTO_MAP_RUN.FINISHED_AT, at)
                .where(AUTO_MAP_RUN.RUN_ID.eq(run))
                .and(AUTO_MAP_RUN.STATE.eq(RUNNING))
                .execute();
    }

    /** Ends those whose process has died. */
    void failDead(DeskTransaction transaction, RunFailure failure, Instant now) {
        sql(transaction)
                .update(AUTO_MAP_RUN)
                .set(AUTO_MAP_RUN.STATE, RunState.FAILED.name())
                .set(AUTO_MAP_RUN.FAILURE, JSONB.valueOf(json.writeValueAsString(failure)))
                .set(AUTO_MAP_RUN.FINISHED_AT, now)
                .where(AUTO_MAP_RUN.STATE.eq(RUNNING))
                .and(AUTO_MAP_RUN.ALIVE_UNTIL.lt(now))
                .execute();
    }

    @Nullable Run find(DeskTransaction transaction, UUID run, Instant startedAfter) {
        return sql(transaction)
                .selectFrom(AUTO_MAP_RUN)
                .where(AUTO_MAP_RUN.RUN_ID.eq(run))
                .and(AUTO_MAP_RUN.STARTED_AT.gt(startedAfter))
                .fetchOne(this::run);
    }

    void delete(DeskTransaction transaction, Instant startedBefore) {
        sql(transaction)
                .deleteFrom(AUTO_MAP_RUN)
                .where(AUTO_MAP_RUN.STARTED_AT.le(startedBefore))
                .and(AUTO_MAP_RUN.STATE.ne(RUNNING))
                .execute();
    }

    private Run run(AutoMapRunRecord row) {
        var failure = row.getFailure();
        return new Run(
                row.getRunId(),
                row.getServiceDeskId(),
                RunScope.valueOf(row.getScope()),
                Arrays.asList(row.getTeamIds()),
                row.getDryRun(),
                RunState.valueOf(row.getState()),
                row.getMicrosoftTenantId(),
                CoverageText.read(row.getCoverage(), json),
                new Progress(row.getTeamsDone(), row.getTeamsTotal()),
                failure == null ? null : json.readValue(failure.data(), RunFailure.class),
                row.getStartedAt(),
                row.getFinishedAt(),
                row.getUndoneAt());
    }
}
