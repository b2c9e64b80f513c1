package org.teamsavailability.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/**
 * Asks Teams for many requests at once with as few calls as Microsoft's limits want: batches,
 * coalesces, remembers for seconds, obeys {@code Retry-After}. Never blocks its caller and never
 * throws; every outcome comes through the {@link Inquiry}.
 */
public interface TeamsGateway {

    /**
     * Asks for presences. An account that Graph does not know has {@link PresenceSignal#NONE}.
     *
     * @param deadline after this moment no call is started for this inquiry
     * @param urgency whether a call may be started for it while another of the tenant is out
     */
    Inquiry<UUID, PresenceSignal> presence(
            MicrosoftTenant tenant, Collection<UUID> accounts, Instant deadline, Urgency urgency);

    /**
     * Asks for the rota of teams; a team is read when schedule, shifts and time off were.
     *
     * @param windowStart the first UTC day of the planning window
     * @param windowEnd the last UTC day of the planning window
     * @param deadline after this moment no call is started for this inquiry
     */
    Inquiry<UUID, TeamRota> rota(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline);
}
