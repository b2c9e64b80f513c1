package org.teamsavailability.graph;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One read of Microsoft Graph per call, asynchronous; no batching, no memory, no retry beyond one
 * new token after a 401. A stage that fails, fails with a {@link GraphException}.
 */
public interface GraphPort {

    /** What Graph accepts in one presence call. Source: getPresencesByUserId. */
    int MAX_PRESENCE_IDS = 650;

    /**
     * Reads presences; an account that Graph leaves out is missing from the map, and one that was
     * not asked for is never in it. Of two entries for one account the later counts.
     *
     * @param accounts 1 to {@value #MAX_PRESENCE_IDS}, none twice
     * @throws IllegalArgumentException for another number of accounts
     */
    CompletionStage<Map<UUID, PresenceSignal>> presences(
            MicrosoftTenant tenant, Collection<UUID> accounts);

    /**
     * Whether the team has a schedule that is enabled and completely provisioned; a team without
     * any schedule (404) fails with {@link GraphFailure.NotProvisioned}, which keeps the {@code
     * request-id}.
     */
    CompletionStage<Boolean> scheduleProvisioned(MicrosoftTenant tenant, UUID team);

    /**
     * Reads shared shifts that lie wholly within these UTC days, both included, page by page. A row
     * that cannot be used is dropped and fails nothing.
     */
    CompletionStage<RotaRows> shifts(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay);

    /**
     * Reads shared time off that lies wholly within these UTC days, both included, page by page. A
     * row that cannot be used is dropped and fails nothing.
     */
    CompletionStage<RotaRows> timeOff(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay);

    /**
     * Reads one page of shared time off that lies wholly within these UTC days, both included. A
     * row that cannot be used is dropped and fails nothing.
     *
     * @param link where the page is, as the page before it says; null for the first
     */
    CompletionStage<RotaPage> timeOffPage(
            MicrosoftTenant tenant,
            UUID team,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String link);
}
