package org.teamsavailability.graph.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;
import static org.teamsavailability.graph.GraphFixture.impatient;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.ConsentMissing;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.TimedOut;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.CertificateFile;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.settings.SelfSigned;

@Tag("slow")
class AppTokensTest {

    private static final String TRACE = "0f0e0d0c-1111-2222-3333-444455556666";

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AppTokens tokens = tokens(settings(microsoft.registration()));

    private AppTokens tokens(GraphSettings settings) {
        return new AppTokens(
                settings,
                new MicrosoftCredentials(settings, CLOCK),
                new SharedHttp(settings),
                CLOCK,
                threads);
    }

    @AfterEach
    void close() {
        microsoft.close();
        threads.shutdownNow();
    }

    private GraphFailure failure(Reply reply) {
        microsoft.login(_ -> reply);
        return failure(tokens);
    }

    private static GraphFailure failure(AppTokens tokens) {
        return catchThrowableOfType(GraphException.class, () -> tokens.current(CONTOSO)).failure();
    }

    private <T> List<T> twentyTimes(Callable<T> work)
            throws InterruptedException, ExecutionException {
        var running = new ArrayList<Future<T>>();
        for (int i = 0; i < 20; i++) {
            running.add(threads.submit(work));
        }
        var results = new ArrayList<T>();
        for (var future : running) {
            results.add(future.get());
        }
        return results;
    }

    @Test
    void asksLoginOnceForAllWhoNeedATokenAtOnce() throws Exception {
        var allAsked = new CountDownLatch(20);
        microsoft.login(_ -> afterAll(allAsked, Reply.token("the-token")));
        var received =
                twentyTimes(() -> {
                    allAsked.countDown();
                    return tokens.current(CONTOSO);
                });
        assertThat(received).containsOnly(new AppToken("the-token"));
        assertThat(tokens.current(CONTOSO)).isEqualTo(new AppToken("the-token"));
        assertThat(microsoft.logins()).hasSize(1);
    }

    @Test
    void getsOneNewTokenForAllWhoWereRefused() throws Exception {
        var refused = tokens.current(CONTOSO);
        assertThat(twentyTimes(() -> tokens.insteadOf(refused, CONTOSO)))
                .containsOnly(new AppToken("token-2"));
        assertThat(tokens.insteadOf(refused, CONTOSO)).isEqualTo(new AppToken("token-2"));
        assertThat(tokens.current(CONTOSO)).isEqualTo(new AppToken("token-2"));
        assertThat(microsoft.logins()).hasSize(2);
    }

    @Test
    void keepsTheTokensOfTenantsApart() throws Exception {
        microsoft.login(call -> Reply.token("token-of-" + call.uri().getPath().split("/", -1)[2]));
        var other = new MicrosoftTenant(MicrosoftCloud.GLOBAL, UUID.randomUUID());
        assertThat(tokens.current(CONTOSO).value()).isEqualTo("token-of-" + CONTOSO.id());
        assertThat(tokens.current(other).value()).isEqualTo("token-of-" + other.id());
        assertThat(tokens.current(CONTOSO).value()).isEqualTo("token-of-" + CONTOSO.id());
        assertThat(microsoft.logins()).hasSize(2);
    }

    @Test
    void asksForTheScopeOfTheCloudWithItsSecret() throws Exception {
        tokens.current(CONTOSO);
        var call = microsoft.logins().getFirst();
        assertThat(call.uri()).hasPath("/login/" + CONTOSO.id() + "/oauth2/v2.0/token");
        assertThat(form(call))
                .contains("grant_type=client_credentials")
                .contains("client_id=client-1")
                .contains("client_secret=the-secret")
                .contains("scope=https://graph.microsoft.com/.default");
    }

    @Test
    void signsWithItsCertificate(@TempDir Path folder) throws Exception {
        var certificate = new CertificateFile(SelfSigned.in(folder).pkcs8());
        var signing = tokens(settings(microsoft.registration(certificate)));
        signing.current(CONTOSO);
        assertThat(form(microsoft.logins().getFirst()))
                .contains("client_assertion=ey")
                .doesNotContain("client_secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {700016, 7000229, 7000112, 65001, 650056, 500021})
    void missesConsentWhereMicrosoftSaysSo(int aadsts) {
        assertThat(failure(Reply.aadsts(401, aadsts)))
                .isEqualTo(new ConsentMissing(401, TRACE, aadsts));
    }

    @ParameterizedTest
    @ValueSource(ints = {7000215, 7000222, 700027})
    void blamesItsOwnCredentialsWhereMicrosoftDoes(int aadsts) {
        assertThat(failure(Reply.aadsts(401, aadsts)))
                .isEqualTo(new OwnCredentialsRefused(401, TRACE, aadsts));
    }

    static Stream<Arguments> throttled() {
        return Stream.of(
                Arguments.of(
                        Reply.aadsts(400, 90055).with("Retry-After", "7"),
                        new Throttled(400, TRACE, NOW.plusSeconds(7))),
                Arguments.of(
                        Reply.aadsts(503, 90055).with("Retry-After", "7"),
                        new Throttled(503, TRACE, NOW.plusSeconds(7))),
                Arguments.of(
                        Reply.aadsts(500, 90055), new Throttled(500, TRACE, NOW.plusSeconds(5))),
                Arguments.of(Reply.empty(429), new Throttled(429, null, NOW.plusSeconds(5))));
    }

    @ParameterizedTest
    @MethodSource("throttled")
    void isThrottledBy90055AndBy429(Reply reply, Throttled expected) {
        assertThat(failure(reply)).isEqualTo(expected);
    }

    @Test
    void isUnreachableWithTheStatusOfEveryOtherAnswer() {
        assertThat(failure(Reply.aadsts(400, 90002))).isEqualTo(new Unreachable(400, TRACE));
        assertThat(failure(Reply.aadsts(503, 700016))).isEqualTo(new Unreachable(503, TRACE));
        assertThat(failure(Reply.html(502))).isEqualTo(new Unreachable(502, null));
        assertThat(failure(Reply.empty(500).with("x-ms-request-id", TRACE)))
                .isEqualTo(new Unreachable(500, TRACE));
        assertThat(failure(Reply.empty(302).with("Location", microsoft.url("/login/x"))))
                .isEqualTo(new Unreachable(302, null));
        assertThat(microsoft.logins()).hasSize(5);
    }

    @Test
    void isMalformedWhereASuccessHoldsNoToken() {
        assertThat(failure(Reply.html(200))).isEqualTo(new Malformed(200, null));
        assertThat(failure(Reply.empty(200))).isEqualTo(new Malformed(200, null));
        for (var body :
                List.of(
                        "\"access_token\":\"x\"",
                        "{\"access_token\":\"x\"",
                        "{\"access_token\":\"\"}",
                        "{\"access_token\":7}",
                        "[\"access_token\"]")) {
            assertThat(failure(Reply.json(200, body))).isEqualTo(new Malformed(200, null));
        }
    }

    @Test
    void timesOutWhereLoginHangsAndIsUnreachableWhereItIsGone() throws IOException {
        var released = new CountDownLatch(1);
        microsoft.login(_ -> afterAll(released, Reply.empty(500)));
        assertThat(failure(tokens(impatient(microsoft.registration()))))
                .isEqualTo(new TimedOut(null, null));
        released.countDown();
        microsoft.refuse();
        assertThat(failure(tokens)).isEqualTo(new Unreachable(null, null));
    }

    @Test
    void recoversAfterAFailure() throws Exception {
        failure(Reply.aadsts(401, 7000229));
        microsoft.login(_ -> Reply.token("at-last"));
        assertThat(tokens.current(CONTOSO)).isEqualTo(new AppToken("at-last"));
    }

    @Test
    void readsPermissionsOfATokenAndNothingElseOfIt() {
        var claims =
                "{\"tid\":\"x\",\"nested\":{\"roles\":[\"User.Read.All\"]},\"roles\":[\"Presence.Read.All\",\"Sites.Read.All\"]}";
        assertThat(jwt(claims).permissions()).containsExactly(GraphPermission.PRESENCE_READ_ALL);
        assertThat(jwt("{\"roles\":\"all\"}").permissions()).isEmpty();
        assertThat(jwt("{broken").permissions()).isEqualTo(Set.of());
        assertThat(new AppToken("opaque").permissions()).isEmpty();
        assertThat(new AppToken("a.%.c").permissions()).isEmpty();
    }

    @Test
    void printsNoToken() {
        assertThat(new AppToken("the-token")).hasToString("AppToken[redacted]");
        microsoft.login(_ -> Reply.json(400, "{\"access_token\":\"the-token\"}"));
        assertThatThrownBy(() -> tokens.current(CONTOSO))
                .hasMessage("Unreachable[status=400, requestId=null]")
                .hasNoCause();
    }

    private static AppToken jwt(String claims) {
        var payload = claims.getBytes(StandardCharsets.UTF_8);
        return new AppToken(
                "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload) + ".s");
    }

    private static String form(ScriptedMicrosoft.Seen call) {
        return URLDecoder.decode(call.body(), StandardCharsets.UTF_8);
    }

    private static Reply afterAll(CountDownLatch latch, Reply reply) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }
}
