package org.teamsavailability.mapping.automap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One auto-map of a service desk.
 *
 * @param teamIds empty where the scope is FULL
 * @param dryRun whether the mapping is left as it is
 * @param microsoftTenantId the tenant that was read, once it is done
 * @param coverage what could not be read, once it is done
 * @param failure null unless it failed
 * @param finishedAt null while it runs
 * @param undoneAt when somebody undid it; null where nobody did
 */
public record Run(
        UUID id,
        String serviceDeskId,
        RunScope scope,
        List<UUID> teamIds,
        boolean dryRun,
        RunState state,
        @Nullable UUID microsoftTenantId,
        Coverage coverage,
        Progress progress,
        @Nullable RunFailure failure,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant undoneAt) {

    public Run {
        teamIds = List.copyOf(teamIds);
    }

    /** Whether every page of every Team in the scope was read, with names. */
    public boolean complete() {
        return state == RunState.DONE && coverage.isComplete();
    }

    /** The same with the names of Teams that could not be read. */
    Run naming(Map<UUID, String> names) {
        return new Run(
                id,
                serviceDeskId,
                scope,
                teamIds,
                dryRun,
                state,
                microsoftTenantId,
                coverage.naming(names),
                progress,
                failure,
                startedAt,
                finishedAt,
                undoneAt);
    }

    static Run started(
            UUID id, String serviceDeskId, List<UUID> teamIds, boolean dryRun, Instant at) {
        return new Run(
                id,
                serviceDeskId,
                teamIds.isEmpty() ? RunScope.FULL : RunScope.TEAMS,
                teamIds,
                dryRun,
                RunState.RUNNING,
                null,
                Coverage.ALL,
                new Progress(0, teamIds.size()),
                null,
                at,
                null,
                null);
    }
}
