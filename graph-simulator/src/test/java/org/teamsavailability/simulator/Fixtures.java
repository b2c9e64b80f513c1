package org.teamsavailability.simulator;

import java.time.Instant;
import java.util.UUID;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;

/** A tenant with three people and a team, and another tenant. */
final class Fixtures {
    static final Instant NOW = Instant.parse("2030-01-07T08:00:00Z");
    static final UUID TENANT = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID OTHER_TENANT = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final UUID ANNA = UUID.fromString("a0000000-0000-4000-8000-000000000001");
    static final UUID BEN = UUID.fromString("b0000000-0000-4000-8000-000000000002");
    static final UUID CARA = UUID.fromString("c0000000-0000-4000-8000-000000000003");
    static final UUID STRANGER = UUID.fromString("d0000000-0000-4000-8000-000000000004");
    static final UUID TEAM = UUID.fromString("e0000000-0000-4000-8000-000000000005");

    private Fixtures() {}

    static Tenant tenant() {
        return Tenant.of(TENANT)
                .withAccount(Account.of(ANNA, "Available", "Available"))
                .withAccount(Account.of(BEN, "busy", "inAMeeting"))
                .withAccount(Account.of(CARA, "Offline", "OffWork"))
                .withTeam(Team.of(TEAM));
    }

    static GraphSimulator simulator() {
        return GraphSimulator.start(
                Dataset.of(tenant(), Tenant.of(OTHER_TENANT)), SimulatorSettings.defaults());
    }
}
