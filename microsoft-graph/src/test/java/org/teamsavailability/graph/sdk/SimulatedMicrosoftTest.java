package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.TEAM;
import static org.teamsavailability.graph.GraphFixture.failure;
import static org.teamsavailability.graph.GraphFixture.result;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.ConsentMissing;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.NotProvisioned;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.RotaSpan;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.Bounds;
import org.teamsavailability.graph.settings.CertificateFile;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.CredentialSource;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.settings.SelfSigned;
import org.teamsavailability.graph.settings.Timeouts;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.Credentials;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Lookup;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;

/** The SDK and MSAL4J as they are, against a server that behaves as Microsoft's. */
@Tag("slow")
class SimulatedMicrosoftTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Instant SIX = Instant.parse("2026-03-02T06:00:00Z");
    private static final Instant TWO = Instant.parse("2026-03-02T14:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final UUID ANNA = UUID.fromString("aaaaaaaa-0000-4000-8000-00000000000a");

    private final GraphSimulator microsoft =
            GraphSimulator.start(
                    Dataset.of(
                            Tenant.of(CONTOSO.id())
                                    .withCredentials(Credentials.secrets("right"))
                                    .withAccount(Account.of(ANNA, "Away", "Away"))
                                    .withTeam(team())),
                    SimulatorSettings.defaults().withClock(CLOCK));
    private final MicrosoftGraph graph = connect(new ClientCredential.Secret("right"));

    private static Team team() {
        return Team.of(TEAM)
                .withShift(ScheduleEntry.shared(ANNA, SIX, TWO))
                .withShift(ScheduleEntry.shared(ANNA, SIX.plus(DAY), TWO.plus(DAY)))
                .withShift(ScheduleEntry.shared(ANNA, SIX.minus(DAY), TWO.minus(DAY)))
                .withShift(ScheduleEntry.draft(ANNA, SIX, TWO))
                .withShift(ScheduleEntry.shared(ANNA, SIX, TWO).stagedForDeletion(true))
                .withTimeOff(ScheduleEntry.shared(ANNA, TWO, TWO.plus(DAY)));
    }

    private MicrosoftGraph connect(CredentialSource credentials) {
        var registration =
                new AppRegistration(
                        "client-1",
                        credentials,
                        URI.create(microsoft.loginUrl()),
                        URI.create(microsoft.graphUrl()));
        return MicrosoftGraph.connect(
                new GraphSettings(
                        Map.of(MicrosoftCloud.GLOBAL, registration),
                        new Timeouts(PATIENCE, PATIENCE, PATIENCE),
                        new Bounds(8, 256, 10, 1_000_000)),
                CLOCK);
    }

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    private Map<UUID, PresenceSignal> presences(List<UUID> accounts) {
        return result(graph.port().presences(CONTOSO, accounts));
    }

    @Test
    void readsPresencesOfAsManyAsGraphTakes() {
        var all = IntStream.range(0, 650).mapToObj(i -> new UUID(4711, i)).toList();
        microsoft.alter(
                CONTOSO.id(),
                tenant ->
                        tenant.withAccounts(
                                all.stream()
                                        .map(id -> Account.of(id, "Busy", "InACall"))
                                        .toList()));
        assertThat(presences(all))
                .hasSize(650)
                .containsEntry(all.getLast(), new PresenceSignal("Busy", "InACall", false));
        assertThat(presences(List.of(ANNA, new UUID(1, 1)))).containsOnlyKeys(ANNA);
        assertThat(microsoft.journal().count(CONTOSO.id(), Call.TOKEN)).isEqualTo(1);
    }

    @Test
    void losesOneAccountToAnEntryThatCannotBeUsed() {
        var ben = new UUID(1, 2);
        microsoft.alter(
                CONTOSO.id(),
                tenant ->
                        tenant.withAccount(
                                Account.of(ben, "Busy", "Busy").withLookup(Lookup.WRONG_TYPE)));
        assertThat(presences(List.of(ANNA, ben)))
                .containsEntry(ANNA, new PresenceSignal("Away", "Away", false))
                .containsEntry(ben, PresenceSignal.NONE);
        microsoft.alter(
                CONTOSO.id(),
                tenant ->
                        tenant.withAccount(
                                Account.of(ben, "Busy", "Busy").withLookup(Lookup.WITHOUT_ID)));
        assertThat(presences(List.of(ANNA, ben))).containsOnlyKeys(ANNA);
    }

    @Test
    void readsTheSharedRotaOfTheDaysOverAllPages() {
        microsoft.conditions(c -> c.withPageSize(1).withEmptyFirstPage(true));
        assertThat(result(graph.port().shifts(CONTOSO, TEAM, MONDAY, MONDAY.plusDays(1))).spans())
                .containsExactly(
                        new RotaSpan(ANNA, SIX, TWO),
                        new RotaSpan(ANNA, SIX.plus(DAY), TWO.plus(DAY)));
        assertThat(result(graph.port().timeOff(CONTOSO, TEAM, MONDAY, MONDAY.plusDays(1))).spans())
                .containsExactly(new RotaSpan(ANNA, TWO, TWO.plus(DAY)));
        assertThat(result(graph.port().timeOff(CONTOSO, TEAM, MONDAY, MONDAY)).spans()).isEmpty();
    }

    @Test
    void tellsWhetherATeamHasASchedule() {
        assertThat(result(graph.port().scheduleProvisioned(CONTOSO, TEAM))).isTrue();
        microsoft.alter(
                CONTOSO.id(), t -> t.withTeam(team().withState(false, "Failed", "NoLicense")));
        assertThat(result(graph.port().scheduleProvisioned(CONTOSO, TEAM))).isFalse();
        microsoft.alter(CONTOSO.id(), t -> t.withTeam(Team.withoutSchedule(TEAM)));
        var failure = failure(graph.port().scheduleProvisioned(CONTOSO, TEAM));
        assertThat(failure).isInstanceOf(NotProvisioned.class);
        assertThat(failure.requestId()).isNotNull();
    }

    @Test
    void signsInWithACertificate(@TempDir Path folder) throws Exception {
        try (var certified = connect(new CertificateFile(SelfSigned.in(folder).pkcs8()))) {
            assertThat(result(certified.port().presences(CONTOSO, List.of(ANNA))))
                    .containsKey(ANNA);
        }
    }

    @Test
    void blamesItsOwnCredentialsForAWrongSecret() {
        try (var wrong = connect(new ClientCredential.Secret("wrong"))) {
            var failure = failure(wrong.port().presences(CONTOSO, List.of(ANNA)));
            assertThat(failure)
                    .isEqualTo(new OwnCredentialsRefused(401, failure.requestId(), 7000215));
            assertThat(failure.requestId()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Consent.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GRANTED", "THROTTLED"})
    void missesTheConsentThatATenantDoesNotGive(Consent consent) {
        microsoft.alter(CONTOSO.id(), tenant -> tenant.withConsent(consent));
        assertThat(failure(graph.port().presences(CONTOSO, List.of(ANNA))))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        failure -> assertThat(failure.aadsts()).isEqualTo(consent.aadsts()));
    }

    @Test
    void missesAPermissionUntilANewTokenHasIt() {
        microsoft.alter(CONTOSO.id(), t -> t.withPermissions(List.of("Schedule.Read.All")));
        assertThat(failure(graph.port().presences(CONTOSO, List.of(ANNA))))
                .isInstanceOfSatisfying(
                        PermissionMissing.class,
                        missing ->
                                assertThat(missing.permission())
                                        .isEqualTo(GraphPermission.PRESENCE_READ_ALL));
        microsoft.alter(CONTOSO.id(), t -> t.withPermissions(Tenant.ALL_PERMISSIONS));
        assertThat(result(graph.permissions().inUse(CONTOSO)))
                .containsExactly(GraphPermission.SCHEDULE_READ_ALL);
        assertThat(result(graph.permissions().ofNewToken(CONTOSO)))
                .containsExactlyInAnyOrder(GraphPermission.values());
        assertThat(presences(List.of(ANNA))).containsKey(ANNA);
    }

    @Test
    void namesWhatWentWrongOnTheWire() {
        assertThat(faulty(new Effect.Status(502, Effect.Body.HTML)))
                .isInstanceOfSatisfying(
                        Unreachable.class, f -> assertThat(f.status()).isEqualTo(502));
        assertThat(faulty(new Effect.Truncate())).isInstanceOf(Malformed.class);
        assertThat(faulty(new Effect.Malformed())).isInstanceOf(Malformed.class);
        assertThat(faulty(new Effect.WrongTypes())).isInstanceOf(Malformed.class);
        assertThat(faulty(new Effect.Huge(2_000_000))).isInstanceOf(Malformed.class);
        assertThat(faulty(new Effect.Reset())).isEqualTo(new Unreachable(null, null));
        assertThat(faulty(new Effect.Throttle(RetryAfter.in(Duration.ofSeconds(1)))))
                .isInstanceOf(Throttled.class);
    }

    private GraphFailure faulty(Effect effect) {
        microsoft.faults().on(CONTOSO.id(), Call.PRESENCE).times(1).set(effect);
        return failure(graph.port().presences(CONTOSO, List.of(ANNA)));
    }

    @Test
    void bearsAClaimsChallenge() {
        presences(List.of(ANNA));
        microsoft
                .faults()
                .on(CONTOSO.id(), Call.PRESENCE)
                .times(1)
                .set(new Effect.ClaimsChallenge());
        assertThat(presences(List.of(ANNA))).containsKey(ANNA);
        assertThat(microsoft.journal().count(CONTOSO.id(), Call.TOKEN)).isEqualTo(2);
    }
}
