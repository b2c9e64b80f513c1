package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.TEAM;
import static org.teamsavailability.graph.GraphFixture.settings;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.GraphFailure.Refused;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.Bounds;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.OtherMember;
import org.teamsavailability.simulator.dataset.Population;
import org.teamsavailability.simulator.dataset.Profile;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;

/** The directory as the SDK reads it, against a server that behaves as Microsoft's. */
@Tag("slow")
class SimulatedDirectoryTest {

    private static final UUID ANNA = UUID.fromString("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("bbbbbbbb-0000-4000-8000-00000000000b");
    private static final UUID CARA = UUID.fromString("cccccccc-0000-4000-8000-00000000000c");
    private static final String GUEST = "ben_home.example#EXT#@contoso.onmicrosoft.com";

    private final TestTime time = new TestTime();
    private final GraphSimulator microsoft = simulator(time);
    private final MicrosoftGraph graph = connect(microsoft);

    private static GraphSimulator simulator(Clock clock) {
        return GraphSimulator.start(
                Dataset.of(
                        Tenant.of(CONTOSO.id())
                                .withOrganization(
                                        new org.teamsavailability.simulator.dataset.Organization(
                                                "Contoso", "contoso.com"))
                                .withAccounts(
                                        List.of(
                                                account(ANNA, anna()),
                                                account(
                                                        BEN,
                                                        Profile.of(GUEST, "ben@home.example", "Ben")
                                                                .guest()),
                                                account(
                                                        CARA,
                                                        Profile.of("cara@contoso.com", null, "Cara")
                                                                .disabled())))
                                .withTeam(team(TEAM, "Service desk"))),
                SimulatorSettings.defaults().withClock(clock));
    }

    private static Profile anna() {
        return Profile.of("anna@contoso.com", "anna.adler@contoso.com", "Anna")
                .withAddresses(
                        List.of("SMTP:anna.adler@contoso.com", "smtp:aa@contoso.com", "SIP:anna"),
                        List.of("anna@home.example"));
    }

    private static org.teamsavailability.simulator.dataset.Account account(
            UUID id, Profile profile) {
        return org.teamsavailability.simulator.dataset.Account.of(id, "Available", "Available")
                .withProfile(profile);
    }

    private static org.teamsavailability.simulator.dataset.Team team(UUID id, String name) {
        return org.teamsavailability.simulator.dataset.Team.of(id)
                .withDisplayName(name)
                .withMembers(List.of(ANNA, BEN, CARA))
                .withOtherMembers(
                        List.of(
                                new OtherMember(new UUID(1, 1), OtherMember.Kind.GROUP, "Printers"),
                                new OtherMember(new UUID(1, 2), OtherMember.Kind.DEVICE, "Phone")));
    }

    private MicrosoftGraph connect(GraphSimulator microsoft) {
        var registration =
                new AppRegistration(
                        "client-1",
                        new ClientCredential.Secret("any"),
                        URI.create(microsoft.loginUrl()),
                        URI.create(microsoft.graphUrl()));
        return MicrosoftGraph.connect(
                settings(registration, PATIENCE, Bounds.DEFAULT), time, new Random(1), time);
    }

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    @Test
    void searchesNamesAndSignInNames() throws Exception {
        assertThat(searched("ann")).containsExactly(ANNA);
        assertThat(searched("CARA@con")).containsExactly(CARA);
        assertThat(searched("a & ann")).containsExactly(ANNA);
        assertThat(searched("an\\\"na\" OR \"mail:")).isEmpty();
        assertThat(searched(" & ")).isEmpty();
        assertThat(microsoft.journal().count(CONTOSO.id(), Call.USERS)).isEqualTo(4);
    }

    @Test
    void findsAtMostTwentyAccounts() throws Exception {
        microsoft.alter(CONTOSO.id(), tenant -> tenant.withGenerated(new Population(1, 100)));

        assertThat(graph.directory().search(CONTOSO, "contoso")).hasSizeLessThanOrEqualTo(20);
        assertThat(graph.directory().search(CONTOSO, "t")).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void needsThePermissionToReadUsersForASearch() {
        microsoft.alter(
                CONTOSO.id(), tenant -> tenant.withPermissions(Set.of("GroupMember.Read.All")));

        assertThatThrownBy(() -> graph.directory().search(CONTOSO, "ann"))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        it -> assertThat(it.failure()).isInstanceOf(PermissionMissing.class));
    }

    private List<UUID> searched(String text) throws InterruptedException {
        return graph.directory().search(CONTOSO, text).stream().map(Account::id).toList();
    }

    private List<Team> teams() throws InterruptedException {
        var teams = new ArrayList<Team>();
        graph.directory().teams(CONTOSO, teams::addAll);
        return teams;
    }

    private List<Account> members() throws InterruptedException {
        var members = new ArrayList<Account>();
        graph.directory().members(CONTOSO, TEAM, members::addAll);
        return members;
    }

    @Test
    void readsTeamsAndMembersOverAllPagesAndEmptyOnes() throws Exception {
        microsoft.alter(CONTOSO.id(), tenant -> tenant.withTeam(team(new UUID(2, 2), "Field")));
        microsoft.conditions(now -> now.withPageSize(1).withEmptyFirstPage(true));
        assertThat(teams())
                .containsExactlyInAnyOrder(
                        new Team(TEAM, "Service desk"), new Team(new UUID(2, 2), "Field"));
        assertThat(members()).extracting(Account::id).containsExactly(ANNA, BEN, CARA);
        assertThat(microsoft.journal().count(CONTOSO.id(), Call.MEMBERS)).isGreaterThan(5);
    }

    @Test
    void tellsGuestsAndDisabledAccountsAndLeavesOutGroupsAndDevices() throws Exception {
        assertThat(members())
                .containsExactly(
                        new Account(
                                ANNA,
                                "anna@contoso.com",
                                "anna.adler@contoso.com",
                                "Anna",
                                true,
                                false,
                                List.of("anna.adler@contoso.com", "aa@contoso.com"),
                                List.of("anna@home.example")),
                        new Account(
                                BEN,
                                GUEST,
                                "ben@home.example",
                                "Ben",
                                true,
                                true,
                                List.of("ben@home.example"),
                                List.of()),
                        new Account(
                                CARA,
                                "cara@contoso.com",
                                null,
                                "Cara",
                                false,
                                false,
                                List.of(),
                                List.of()));
    }

    @Test
    void seesMembersWithoutNamesWhereUserReadAllIsMissing() throws Exception {
        permit("GroupMember.Read.All");
        assertThat(members())
                .extracting(Account::id, Account::userPrincipalName, Account::mail)
                .containsExactly(nameless(ANNA), nameless(BEN), nameless(CARA));
        assertThat(missing(() -> graph.directory().account(CONTOSO, ANNA.toString())))
                .isEqualTo(GraphPermission.USER_READ_ALL);
        assertThat(missing(() -> graph.directory().organization(CONTOSO)))
                .isEqualTo(GraphPermission.USER_READ_ALL);
    }

    @Test
    void namesGroupMemberReadAllWhereThatIsMissing() {
        permit("User.Read.All");
        assertThat(missing(this::teams)).isEqualTo(GraphPermission.GROUP_MEMBER_READ_ALL);
        assertThat(missing(this::members)).isEqualTo(GraphPermission.GROUP_MEMBER_READ_ALL);
    }

    private void permit(String permission) {
        microsoft.alter(CONTOSO.id(), tenant -> tenant.withPermissions(List.of(permission)));
    }

    private static Tuple nameless(UUID account) {
        return tuple(account, null, null);
    }

    private static GraphPermission missing(Callable<?> read) {
        var thrown = catchThrowableOfType(GraphException.class, read::call);
        return ((PermissionMissing) thrown.failure()).permission();
    }

    @Test
    void findsAnAccountByItsIdAndByItsSignInNameInAnyCase() throws Exception {
        for (var name : List.of(BEN.toString(), GUEST, GUEST.toUpperCase(Locale.ROOT))) {
            assertThat(graph.directory().account(CONTOSO, name)).map(Account::id).contains(BEN);
        }
        assertThat(graph.directory().account(CONTOSO, "nobody@contoso.com")).isEmpty();
        assertThat(graph.directory().account(CONTOSO, new UUID(9, 9).toString())).isEmpty();
    }

    @Test
    void refusesATeamThatTheTenantDoesNotHave() {
        assertThat(
                        catchThrowableOfType(
                                        GraphException.class,
                                        () -> graph.directory().members(CONTOSO, ANNA, _ -> {}))
                                .failure())
                .isInstanceOf(Refused.class);
    }

    @Test
    void namesTheOrganisation() throws Exception {
        assertThat(graph.directory().organization(CONTOSO))
                .isEqualTo(new Organization("Contoso", "contoso.com"));
    }

    @Test
    void waitsOutARetryAfterInTheMiddleOfARead() throws Exception {
        microsoft.conditions(now -> now.withPageSize(1));
        microsoft
                .faults()
                .on(CONTOSO.id(), Call.MEMBERS)
                .times(2)
                .set(new Effect.Throttle(RetryAfter.in(Duration.ofSeconds(20))));
        assertThat(members()).extracting(Account::id).containsExactly(ANNA, BEN, CARA);
        assertThat(microsoft.journal().beforeRetryAfter(CONTOSO.id())).isZero();
        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void bearsWhatGoesWrongOnTheWay() throws Exception {
        for (var effect :
                List.of(
                        new Effect.Status(502, Effect.Body.HTML),
                        new Effect.Truncate(),
                        new Effect.Reset(),
                        new Effect.ClaimsChallenge())) {
            microsoft.faults().on(CONTOSO.id(), Call.MEMBERS).times(1).set(effect);
            assertThat(members()).hasSize(3);
        }
    }

    @Test
    void readsFiveHundredTeamsWithTwentyThousandMembersWithinMicrosoftsLimits() throws Exception {
        try (var large =
                        GraphSimulator.start(
                                Dataset.of(
                                        Tenant.of(CONTOSO.id())
                                                .withGenerated(new Population(500, 20_000))),
                                SimulatorSettings.defaults().withClock(time));
                var reads = connect(large)) {
            large.conditions(now -> now.withLimits(true));
            assertThat(everybody(reads)).hasSize(20_000);
            assertThat(large.journal().calls(CONTOSO.id()))
                    .hasSizeLessThan(600)
                    .allMatch(call -> call.status() == 200);
        }
    }

    /** With 8 threads, as a run over a whole tenant reads. */
    private static Set<UUID> everybody(MicrosoftGraph reads) throws Exception {
        var teams = new ArrayList<Team>();
        reads.directory().teams(CONTOSO, teams::addAll);
        Set<UUID> everybody = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
            var outcomes = new ArrayList<Future<?>>();
            for (var team : teams) {
                outcomes.add(
                        threads.submit(() -> {
                            reads.directory()
                                    .members(
                                            CONTOSO,
                                            team.id(),
                                            page ->
                                                    page.forEach(account ->
                                                            everybody.add(account.id())));
                            return null;
                        }));
            }
            for (var outcome : outcomes) {
                outcome.get();
            }
        }
        return everybody;
    }
}
