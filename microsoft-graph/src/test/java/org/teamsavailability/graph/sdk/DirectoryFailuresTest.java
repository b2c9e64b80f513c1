package org.teamsavailability.graph.sdk;

import static java.util.Objects.requireNonNullElseGet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;
import static org.teamsavailability.graph.GraphFixture.TEAM;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.ConsentMissing;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.GraphFailure.Refused;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;
import org.teamsavailability.graph.directory.TenantDirectory;

@Tag("slow")
class DirectoryFailuresTest {

    private static final String ID = "0a1b2c3d-0000-4000-8000-000000000001";
    private static final String NOTHING = "{\"value\":[]}";

    /** A read of each kind. */
    private enum Kind {
        TEAMS,
        MEMBERS,
        ACCOUNT,
        ORGANIZATION;

        void read(TenantDirectory directory) throws InterruptedException {
            switch (this) {
                case TEAMS -> directory.teams(CONTOSO, _ -> {});
                case MEMBERS -> directory.members(CONTOSO, TEAM, _ -> {});
                case ACCOUNT -> directory.account(CONTOSO, TEAM.toString());
                case ORGANIZATION -> directory.organization(CONTOSO);
            }
        }
    }

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final TestTime time = new TestTime();
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(settings(microsoft.registration()), time, new Random(1), time);

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    private static GraphFailure failure(ThrowingCallable read) {
        return catchThrowableOfType(GraphException.class, read).failure();
    }

    private GraphFailure failure(Kind kind, Reply reply) {
        microsoft.graph(reply);
        return failure(() -> kind.read(graph.directory()));
    }

    private static Reply error(int status) {
        return Reply.json(
                        status, "{\"error\":{\"code\":\"Forbidden\",\"message\":\"secret text\"}}")
                .with("request-id", ID);
    }

    /** The first replies, one after the other, and an empty page from then on. */
    private void answer(Reply... first) {
        var left = new ConcurrentLinkedQueue<>(List.of(first));
        microsoft.graph(_ -> requireNonNullElseGet(left.poll(), () -> Reply.json(200, NOTHING)));
    }

    private void readTeams() throws InterruptedException {
        graph.directory().teams(CONTOSO, _ -> {});
    }

    @Test
    void namesThePermissionThatEachReadNeeds() {
        assertThat(Stream.of(Kind.TEAMS, Kind.MEMBERS).map(kind -> failure(kind, error(403))))
                .containsOnly(
                        new PermissionMissing(403, ID, GraphPermission.GROUP_MEMBER_READ_ALL));
        assertThat(
                        Stream.of(Kind.ACCOUNT, Kind.ORGANIZATION)
                                .map(kind -> failure(kind, error(403))))
                .containsOnly(new PermissionMissing(403, ID, GraphPermission.USER_READ_ALL));
        assertThat(microsoft.reads()).hasSize(4);
    }

    @Test
    void missesUserReadAllWhereTheOrganisationHasNoName() {
        assertThat(
                        failure(
                                Kind.ORGANIZATION,
                                Reply.json(
                                        200,
                                        "{\"value\":[{\"id\":\"x\",\"displayName\":null,\"verifiedDomains\":[]}]}")))
                .isEqualTo(new PermissionMissing(200, null, GraphPermission.USER_READ_ALL));
    }

    @Test
    void missesConsentWhereLoginSaysSo() {
        microsoft.login(_ -> Reply.aadsts(401, 7000229));
        assertThat(failure(this::readTeams)).isInstanceOf(ConsentMissing.class);
        assertThat(microsoft.logins()).hasSize(1);
    }

    @Test
    void refusesATeamThatTheTenantDoesNotHave() {
        assertThat(failure(Kind.MEMBERS, error(404))).isEqualTo(new Refused(404, ID));
        assertThat(microsoft.reads()).hasSize(1);
    }

    @Test
    void asksOnceMoreWithANewTokenAfterA401() throws Exception {
        answer(error(401));
        readTeams();
        assertThat(microsoft.logins()).hasSize(2);
        assertThat(failure(Kind.TEAMS, error(401))).isEqualTo(new Unreachable(401, ID));
        assertThat(microsoft.reads()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void repeatsThreeTimesWhatMicrosoftFailedAt(int status) throws Exception {
        answer(error(status), Reply.html(status), Reply.empty(status));
        readTeams();
        assertThat(microsoft.reads()).hasSize(4);
        microsoft.reads().clear();
        assertThat(failure(Kind.TEAMS, error(status))).isEqualTo(new Unreachable(status, ID));
        assertThat(microsoft.reads()).hasSize(4);
    }

    @Test
    void doublesThePauseBetweenRepeats() {
        failure(Kind.TEAMS, error(500));
        assertThat(time.passed()).isBetween(Duration.ofMillis(1_750), Duration.ofMillis(3_500));
    }

    @Test
    void repeatsWhatWasCutShort() throws Exception {
        answer(Reply.json(200, NOTHING + "              ").truncated());
        readTeams();
        assertThat(microsoft.reads()).hasSize(2);
    }

    @Test
    void repeatsWhereNobodyListensAndGivesUpInTheEnd() throws Exception {
        readTeams();
        microsoft.refuse();
        assertThat(failure(this::readTeams)).isEqualTo(new Unreachable(null, null));
        assertThat(time.passed()).isPositive();
    }

    @Test
    void repeatsNoRequestThatMicrosoftCallsBad() {
        assertThat(failure(Kind.ACCOUNT, error(400))).isEqualTo(new Unreachable(400, ID));
        assertThat(microsoft.reads()).hasSize(1);
    }

    @Test
    void asksAgainOnlyAfterRetryAfterHasPassed() throws Exception {
        var asked = times(Reply.empty(429).with("Retry-After", "10"));
        readTeams();
        assertThat(asked).containsExactly(NOW, NOW.plusSeconds(10));
    }

    @Test
    void obeysTheRetryAfterOfA503() throws Exception {
        var asked = times(Reply.empty(503).with("Retry-After", "10"));
        readTeams();
        assertThat(asked).containsExactly(NOW, NOW.plusSeconds(10));
    }

    @Test
    void holdsBackOtherReadsOfTheTenantToo() throws Exception {
        microsoft.graph(Reply.empty(429).with("Retry-After", "301"));
        assertThat(failure(this::readTeams)).isInstanceOf(Throttled.class);
        var asked = times();
        time.of(Duration.ofSeconds(100));
        graph.directory().account(CONTOSO, TEAM.toString());
        assertThat(asked).allMatch(moment -> !moment.isBefore(NOW.plusSeconds(301))).hasSize(1);
    }

    @Test
    void slowsDownWhereMicrosoftSaysThatALimitIsNear() throws Exception {
        var asked = times(Reply.json(200, NOTHING).with("x-ms-throttle-limit-percentage", "0.9"));
        readTeams();
        readTeams();
        assertThat(Duration.between(asked.getFirst(), asked.getLast()))
                .isBetween(Duration.ofMillis(999), Duration.ofMillis(1_001));
    }

    @Test
    void givesUpWhereItWouldWaitLongerThanFiveMinutesInAll() {
        microsoft.graph(Reply.empty(429).with("Retry-After", "120").with("request-id", ID));
        assertThat(failure(this::readTeams))
                .isInstanceOfSatisfying(
                        Throttled.class,
                        throttled -> assertThat(throttled.requestId()).isEqualTo(ID));
        assertThat(time.passed()).isLessThan(Duration.ofMinutes(5));
        assertThat(microsoft.reads()).hasSize(3);
    }

    @Test
    void endsEvenWhereMicrosoftThrottlesForEverWithoutATimeToWait() {
        microsoft.graph(Reply.empty(429).with("Retry-After", "0"));
        assertThat(failure(this::readTeams)).isInstanceOf(Throttled.class);
        assertThat(microsoft.reads()).hasSizeLessThan(100);
    }

    private List<Instant> times(Reply... first) {
        var asked = new CopyOnWriteArrayList<Instant>();
        var left = new ConcurrentLinkedQueue<>(List.of(first));
        microsoft.graph(_ -> {
            asked.add(time.instant());
            return requireNonNullElseGet(left.poll(), DirectoryFailuresTest::accountOrPage);
        });
        return asked;
    }

    private static Reply accountOrPage() {
        return Reply.json(200, "{\"id\":\"%s\",\"value\":[]}".formatted(TEAM));
    }

    private static Stream<Function<ScriptedMicrosoft, String>> strayLinks() {
        return Stream.of(
                _ -> "http://elsewhere.example/v1.0/groups?page=2",
                _ -> "no link",
                microsoft -> microsoft.url("/graph/v1.0/groups?same"));
    }

    @ParameterizedTest
    @MethodSource("strayLinks")
    void followsNoLinkThatLeadsAstray(Function<ScriptedMicrosoft, String> link) {
        var page = "{\"value\":[],\"@odata.nextLink\":\"%s\"}".formatted(link.apply(microsoft));
        assertThat(failure(Kind.MEMBERS, Reply.json(200, page)))
                .isEqualTo(new Malformed(null, null));
        assertThat(microsoft.reads()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void followsNoEndlessRowOfPages() {
        microsoft.graph(_ ->
                Reply.json(
                        200,
                        "{\"value\":[],\"@odata.nextLink\":\"%s\"}"
                                .formatted(
                                        microsoft.url(
                                                "/graph/v1.0/groups?page=" + UUID.randomUUID()))));
        assertThat(failure(this::readTeams)).isEqualTo(new Malformed(null, null));
        assertThat(microsoft.reads()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"0a1b2c3d-0000-4000-8000-000000000001\"}",
                "{\"@odata.type\":\"#microsoft.graph.user\",\"id\":\"x\"}",
                "{\"@odata.type\":\"#microsoft.graph.user\"}",
                "{\"@odata.type\":\"#microsoft.graph.user\",\"otherMails\":[null]}",
                "{\"@odata.type\":\"#microsoft.graph.user\",\"otherMails\":\"a@b.c\"}",
                "{\"@odata.type\":7}",
                "null",
                "[]"
            })
    void isMalformedWhereAMemberIsNotWhatMicrosoftDocuments(String member) {
        assertThat(failure(Kind.MEMBERS, Reply.json(200, "{\"value\":[%s]}".formatted(member))))
                .isEqualTo(new Malformed(200, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"displayName\":\"Contoso\"}",
                "{\"displayName\":\"Contoso\",\"verifiedDomains\":[{\"name\":\"a.b\"}]}",
                "{\"displayName\":\"Contoso\",\"verifiedDomains\":{}}"
            })
    void isMalformedWhereAnOrganisationHasNoDefaultDomain(String item) {
        assertThat(failure(Kind.ORGANIZATION, Reply.json(200, "{\"value\":[%s]}".formatted(item))))
                .isEqualTo(new Malformed(200, null));
    }

    @Test
    void stopsWhereItsThreadIsInterrupted() throws Exception {
        var read =
                new FutureTask<>(() -> {
                    Thread.currentThread().interrupt();
                    readTeams();
                    return "read";
                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(read);
        }
        assertThat(read.exceptionNow()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void saysNothingOfBodyTokenOrAccountInWhatItThrows() {
        microsoft.graph(error(403));
        assertThat(
                        catchThrowableOfType(
                                GraphException.class,
                                () -> graph.directory().account(CONTOSO, "anna@contoso.com")))
                .hasMessageNotContainingAny("secret text", "token-1", "anna")
                .hasNoCause();
    }
}
