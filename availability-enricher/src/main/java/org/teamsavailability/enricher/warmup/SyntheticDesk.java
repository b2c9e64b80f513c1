package org.teamsavailability.enricher.warmup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.schemas.TechnicianMapping;

/** A service desk that exists during the warm-up only: its tables and its requests. */
final class SyntheticDesk {

    static final String ID = "warm-up";

    private static final int TECHNICIANS = 100;
    private static final int CANDIDATES = 20;
    private static final UUID TENANT = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    private static final UUID TEAM = UUID.fromString("0b000000-0000-4000-8000-000000000001");
    private static final String INSTRUCTIONS =
            "Treat Do not disturb as unavailable. Ignore Teams shifts for P1 tickets.";

    private SyntheticDesk() {}

    static ServiceDeskConnection connection(Instant now) {
        return ServiceDeskConnection.newBuilder()
                .setServiceDeskId(ID)
                .setMicrosoftTenantId(TENANT.toString())
                .setConsent(ConsentState.GRANTED)
                .setCloud(MicrosoftCloud.GLOBAL)
                .setUpdatedAt(now)
                .build();
    }

    static Stream<TechnicianMapping> mappings(Instant now) {
        return IntStream.range(0, TECHNICIANS)
                .mapToObj(number ->
                        TechnicianMapping.newBuilder()
                                .setServiceDeskId(ID)
                                .setTechnicianId(technician(number))
                                .setMicrosoftUserId(account(number).toString())
                                .setUserPrincipalName(technician(number) + "@warm-up.example")
                                .setOrigin(MappingOrigin.AUTO_MAPPED)
                                .setUpdatedAt(now)
                                .build());
    }

    static Stream<UUID> accounts() {
        return IntStream.range(0, TECHNICIANS).mapToObj(SyntheticDesk::account);
    }

    /** A request of the kind that workflows send most: AI dispatch with a rota team. */
    static DispatchRequested request(int number, Instant now) {
        return DispatchRequested.newBuilder()
                .setRequestId("warm-up-" + number)
                .setServiceDeskId(ID)
                .setTicketId("ticket-" + number)
                .setTicketPriority("P" + (1 + number % 4))
                .setMode(DispatchMode.AI)
                .setRequestedAt(now)
                .setCandidates(
                        IntStream.range(number, number + CANDIDATES)
                                .mapToObj(n -> new Candidate(technician(n % TECHNICIANS), null))
                                .toList())
                .setTeamsAvailability(
                        new TeamsAvailabilitySettings(
                                true,
                                List.of(TEAM.toString()),
                                number % 2 == 0 ? INSTRUCTIONS : null))
                .build();
    }

    private static String technician(int number) {
        return "technician-" + number;
    }

    private static UUID account(int number) {
        return new UUID(0x0c00_0000_0000_4000L, 0x8000_0000_0000_0000L | number);
    }
}
