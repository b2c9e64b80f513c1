package org.teamsavailability.enricher.teams;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.TeamRota;

/**
 * Reads Teams for many requests at once with as few calls as Microsoft's limits allow: batches,
 * coalesces, caches for seconds, obeys {@code Retry-After}. Never blocks its caller and never
 * throws; every outcome comes through the {@link TeamsRead}.
 */
public interface TeamsGateway {

    /**
     * Asks for presences. An account that Graph does not know has {@link PresenceSignal#NONE}.
     *
     * @param deadline no call is started for this read after this moment
     * @param priority whether a call may be started for it while another of the tenant is out
     */
    TeamsRead<UUID, PresenceSignal> presence(
            MicrosoftTenant tenant, Collection<UUID> accounts, Instant deadline, Priority priority);

    /**
     * Asks for the rota of teams; a team is read when schedule, shifts and time off were.
     *
     * @param windowStart the first UTC day of the planning window
     * @param windowEnd the last UTC day of the planning window
     * @param deadline no call is started for this read after this moment
     */
    TeamsRead<UUID, TeamRota> rota(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline);

    /**
     * Restores the cooldowns of before a restart, or of the instance that served the tenant before.
     */
    default void restoreCooldowns(Collection<Cooldown> known) {}

    /**
     * Reports each cooldown of a tenant that starts from now on. The listener replaces the tenant's
     * earlier one.
     *
     * @param listener called from any thread, and short
     */
    default void onCooldown(MicrosoftTenant tenant, Consumer<Cooldown> listener) {}

    /** Whether calls for a tenant are in flight or waiting, which may still start a cooldown. */
    default boolean isBusy(MicrosoftTenant tenant) {
        return false;
    }
}
