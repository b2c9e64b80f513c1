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
 * Asks Teams for many requests at once with as few calls as Microsoft's limits want: batches,
 * coalesces, remembers for seconds, obeys {@code Retry-After}. Never blocks its caller and never
 * throws; every outcome comes through the {@link TeamsRead}.
 */
public interface TeamsGateway {

    /**
     * Asks for presences. An account that Graph does not know has {@link PresenceSignal#NONE}.
     *
     * @param deadline after this moment no call is started for this inquiry
     * @param urgency whether a call may be started for it while another of the tenant is out
     */
    TeamsRead<UUID, PresenceSignal> presence(
            MicrosoftTenant tenant, Collection<UUID> accounts, Instant deadline, Priority urgency);

    /**
     * Asks for the rota of teams; a team is read when schedule, shifts and time off were.
     *
     * @param windowStart the first UTC day of the planning window
     * @param windowEnd the last UTC day of the planning window
     * @param deadline after this moment no call is started for this inquiry
     */
    TeamsRead<UUID, TeamRota> rota(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline);

    /** Closes what was closed before a restart, or by the process that served the tenant before. */
    default void close(Collection<Cooldown> known) {}

    /**
     * Tells what of a tenant Microsoft closes from now on, in place of who was told before.
     *
     * @param listener called from any thread, and short
     */
    default void watch(MicrosoftTenant tenant, Consumer<Cooldown> listener) {}

    /** Whether calls for a tenant are out or waiting, which may still close something. */
    default boolean isBusy(MicrosoftTenant tenant) {
        return false;
    }
}
