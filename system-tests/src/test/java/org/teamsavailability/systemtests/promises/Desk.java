package org.teamsavailability.systemtests.promises;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Tenant;

/**
 * A service desk with a Microsoft tenant of its own.
 *
 * @param technicians their accounts, by technician id
 */
record Desk(String id, UUID tenant, Map<String, UUID> technicians) {

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);

    Desk {
        technicians = Map.copyOf(technicians);
    }

    /** One with technicians {@code tech-1} and so on. */
    static Desk of(String id, int technicians) {
        var accounts = new TreeMap<String, UUID>();
        for (int number = 1; number <= technicians; number++) {
            accounts.put("tech-" + number, UUID.randomUUID());
        }
        return new Desk(id, UUID.randomUUID(), accounts);
    }

    List<String> technicianIds() {
        return technicians.keySet().stream().sorted().toList();
    }

    UUID account(String technicianId) {
        return requireNonNull(technicians.get(technicianId));
    }

    /** Its tenant, where everybody is Available. */
    Tenant everybodyAvailable() {
        return Tenant.of(tenant)
                .withAccounts(
                        technicians.values().stream()
                                .map(account -> Account.of(account, "Available", "Available"))
                                .toList());
    }

    ServiceDeskConnection connection() {
        return ServiceDeskConnection.newBuilder()
                .setServiceDeskId(id)
                .setMicrosoftTenantId(tenant.toString())
                .setConsent(ConsentState.GRANTED)
                .setCloud(MicrosoftCloud.GLOBAL)
                .setUpdatedAt(Instant.now())
                .build();
    }

    List<TechnicianMapping> mappings() {
        return technicianIds().stream().map(this::mapping).toList();
    }

    TechnicianMapping mapping(String technicianId) {
        return TechnicianMapping.newBuilder()
                .setServiceDeskId(id)
                .setTechnicianId(technicianId)
                .setMicrosoftUserId(account(technicianId).toString())
                .setUserPrincipalName(technicianId + "@" + id + ".example")
                .setOrigin(MappingOrigin.AUTO_MAPPED)
                .setUpdatedAt(Instant.now())
                .build();
    }

    /**
     * A request for work that starts now, with all technicians as candidates and no rota team. Its
     * {@code respondBy} leaves time enough for a busy machine.
     */
    DispatchRequested.Builder request(String ticketId) {
        return DispatchRequested.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setServiceDeskId(id)
                .setTicketId(ticketId)
                .setMode(DispatchMode.AI)
                .setRequestedAt(Instant.now())
                .setRespondBy(Instant.now().plus(ANSWERED_WITHIN))
                .setCandidates(candidates(technicianIds()))
                .setTeamsAvailability(settings(List.of()));
    }

    static List<Candidate> candidates(List<String> technicianIds) {
        return technicianIds.stream()
                .map(technician -> Candidate.newBuilder().setTechnicianId(technician).build())
                .toList();
    }

    static TeamsAvailabilitySettings settings(List<String> rotaTeamIds) {
        return TeamsAvailabilitySettings.newBuilder()
                .setEnabled(true)
                .setRotaTeamIds(rotaTeamIds)
                .build();
    }
}
