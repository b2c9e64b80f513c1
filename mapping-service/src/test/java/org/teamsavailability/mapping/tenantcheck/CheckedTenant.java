package org.teamsavailability.mapping.tenantcheck;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Lookup;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.FaultSetting;
import org.teamsavailability.simulator.journal.Call;

/** A tenant of two technicians at a simulated Microsoft, which is checked. One at a time. */
final class CheckedTenant {

    static final UUID ANNA = new UUID(1, 1);
    static final UUID BEN = new UUID(1, 2);
    static final UUID HELPDESK = new UUID(2, 1);

    private static final UUID PROJECTS = new UUID(2, 2);

    /** One for all tests, as starting it takes longer than a check. */
    private static final class Microsoft {

        static final GraphSimulator SIMULATOR =
                GraphSimulator.start(Dataset.of(), SimulatorSettings.defaults());

        static final MicrosoftGraph GRAPH =
                MicrosoftGraph.connect(
                        new GraphSettings(
                                Map.of(
                                        MicrosoftCloud.GLOBAL,
                                        new AppRegistration(
                                                "client",
                                                new ClientCredential.Secret("secret"),
                                                URI.create(SIMULATOR.loginUrl()),
                                                URI.create(SIMULATOR.graphUrl())))),
                        Clock.systemUTC());
    }

    /** A new one each time, and so with a token of its own. */
    private final MicrosoftTenant tenant =
            new MicrosoftTenant(MicrosoftCloud.GLOBAL, UUID.randomUUID());

    /** Microsoft answers as documented. */
    CheckedTenant() {
        microsoft().reset();
        microsoft().conditions(_ -> Conditions.IDEAL);
        microsoft()
                .tenants()
                .put(
                        Tenant.of(tenant.id())
                                .withAccount(Account.of(ANNA, "Busy", "InACall"))
                                .withAccount(Account.of(BEN, "Available", "Available"))
                                .withTeam(Team.withoutSchedule(PROJECTS).withMembers(List.of(BEN)))
                                .withTeam(helpdesk(8)));
    }

    static GraphSimulator microsoft() {
        return Microsoft.SIMULATOR;
    }

    /** A team with a schedule, one of whose shifts is as long as this. */
    static Team helpdesk(int hours) {
        var now = Instant.now();
        return Team.of(HELPDESK)
                .withMembers(List.of(ANNA, BEN))
                .withShift(ScheduleEntry.shared(ANNA, now, now.plus(Duration.ofHours(hours))))
                .withShift(ScheduleEntry.shared(BEN, now, now.plus(Duration.ofHours(8))))
                .withTimeOff(ScheduleEntry.shared(BEN, now, now.plus(Duration.ofDays(2))))
                .withTimeOff(ScheduleEntry.shared(ANNA, now, now.plus(Duration.ofDays(1))));
    }

    UUID id() {
        return tenant.id();
    }

    void alter(UnaryOperator<Tenant> change) {
        microsoft().alter(tenant.id(), change);
    }

    void grants(String... permissions) {
        alter(it -> it.withPermissions(List.of(permissions)));
    }

    FaultSetting on(Call call) {
        return microsoft().faults().on(tenant.id(), call);
    }

    /** The schedule of the Team that does not exist. */
    FaultSetting onUnknownSchedule() {
        return on(Call.SCHEDULE).team(Unknown.id(tenant, 0));
    }

    /** Adds a link to another host to each page. */
    void links(Call call) {
        on(call).set(new Effect.NextLink("https://elsewhere.example/v1.0/next"));
    }

    /** Presence calls answer for this account in another way. */
    void looksUp(UUID account, Lookup lookup) {
        alter(it -> it.withAccount(Account.of(account, "Busy", "Busy").withLookup(lookup)));
    }

    void conditions(UnaryOperator<Conditions> change) {
        microsoft().conditions(change);
    }

    Report check() throws InterruptedException, ExecutionException {
        var permissions = Microsoft.GRAPH.permissions().inUse(tenant).toCompletableFuture().get();
        return new TenantCheck(Microsoft.GRAPH.inspection(), Clock.systemUTC(), Duration.ZERO)
                .run(tenant, permissions, _ -> {});
    }
}
