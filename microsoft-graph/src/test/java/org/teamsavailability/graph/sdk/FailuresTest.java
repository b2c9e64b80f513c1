package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;
import static org.teamsavailability.graph.GraphFixture.TEAM;
import static org.teamsavailability.graph.GraphFixture.failure;
import static org.teamsavailability.graph.GraphFixture.impatient;
import static org.teamsavailability.graph.GraphFixture.result;
import static org.teamsavailability.graph.GraphFixture.settings;
import static org.teamsavailability.graph.GraphFixture.tenant;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.NotProvisioned;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.GraphFailure.Refused;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.TimedOut;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;

@Tag("slow")
class FailuresTest {

    private static final String ID = "0a1b2c3d-0000-4000-8000-000000000001";
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(settings(microsoft.registration()), CLOCK);

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    private static CompletionStage<?> presence(GraphPort port) {
        return port.presences(CONTOSO, List.of(TEAM));
    }

    private static Stream<Function<GraphPort, CompletionStage<?>>> scheduleReads() {
        return Stream.of(
                port -> port.scheduleProvisioned(CONTOSO, TEAM),
                port -> port.shifts(CONTOSO, TEAM, DAY, DAY),
                port -> port.timeOff(CONTOSO, TEAM, DAY, DAY));
    }

    private GraphFailure presenceFailure(Reply reply) {
        microsoft.graph(reply);
        return failure(presence(graph.port()));
    }

    private static Reply error(int status) {
        return Reply.json(
                        status, "{\"error\":{\"code\":\"Forbidden\",\"message\":\"secret text\"}}")
                .with("request-id", ID);
    }

    @Test
    void namesTheCauseOfAPresenceCallThatGraphRefuses() {
        assertThat(presenceFailure(error(403)))
                .isEqualTo(new PermissionMissing(403, ID, GraphPermission.PRESENCE_READ_ALL));
        assertThat(presenceFailure(error(400))).isEqualTo(new Refused(400, ID));
        assertThat(presenceFailure(error(404))).isEqualTo(new Refused(404, ID));
        assertThat(presenceFailure(error(500))).isEqualTo(new Unreachable(500, ID));
        assertThat(presenceFailure(error(503).with("Retry-After", "9")))
                .isEqualTo(new Unreachable(503, ID));
        assertThat(presenceFailure(error(423))).isEqualTo(new Unreachable(423, ID));
    }

    @ParameterizedTest
    @MethodSource("scheduleReads")
    void namesTheCauseOfAScheduleCallThatGraphRefuses(
            Function<GraphPort, CompletionStage<?>> read) {
        microsoft.graph(error(403));
        assertThat(failure(read.apply(graph.port())))
                .isEqualTo(new PermissionMissing(403, ID, GraphPermission.SCHEDULE_READ_ALL));
        microsoft.graph(error(404));
        assertThat(failure(read.apply(graph.port()))).isEqualTo(new NotProvisioned(404, ID));
        microsoft.graph(error(400));
        assertThat(failure(read.apply(graph.port()))).isEqualTo(new Unreachable(400, ID));
    }

    @Test
    void keepsStatusAndRequestIdWhateverTheBodyOfAnError() {
        assertThat(presenceFailure(Reply.html(502).with("request-id", ID)))
                .isEqualTo(new Unreachable(502, ID));
        assertThat(presenceFailure(Reply.empty(404).with("request-id", ID)))
                .isEqualTo(new Refused(404, ID));
        assertThat(presenceFailure(Reply.json(403, "{broken")))
                .isEqualTo(new PermissionMissing(403, null, GraphPermission.PRESENCE_READ_ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<script>", "ä"})
    void keepsNoRequestIdThatIsNone(String odd) {
        assertThat(presenceFailure(error(500).with("request-id", odd)).requestId()).isNull();
        assertThat(presenceFailure(error(500).with("request-id", "a".repeat(65))).requestId())
                .isNull();
    }

    @Test
    void asksNothingTwiceOfItsOwnAccord() {
        for (int status : List.of(429, 500, 503, 504)) {
            microsoft.reads().clear();
            presenceFailure(error(status).with("Retry-After", "0"));
            assertThat(microsoft.reads()).hasSize(1);
        }
    }

    @Test
    void namesTheMomentBeforeWhichAThrottledTenantMustNotBeAsked() {
        assertThat(presenceFailure(error(429).with("Retry-After", "10")))
                .isEqualTo(new Throttled(429, ID, NOW.plusSeconds(10)));
    }

    @Test
    void isMalformedWhereTheAnswerIsCutShortOrEmpty() {
        assertThat(presenceFailure(Reply.json(200, "{\"value\":[]}            ").truncated()))
                .isEqualTo(new Malformed(200, null));
        assertThat(presenceFailure(Reply.empty(200))).isEqualTo(new Malformed(200, null));
        assertThat(presenceFailure(Reply.empty(204))).isEqualTo(new Malformed(204, null));
        assertThat(presenceFailure(Reply.html(200))).isEqualTo(new Malformed(200, null));
    }

    @Test
    void followsNoRedirect() {
        var reply = Reply.empty(302).with("Location", microsoft.url("/graph/v1.0/elsewhere"));
        assertThat(presenceFailure(reply)).isEqualTo(new Unreachable(302, null));
        assertThat(microsoft.reads()).hasSize(1);
    }

    @Test
    void isUnreachableWhereNobodyListens() throws IOException {
        result(presence(graph.port()));
        microsoft.refuse();
        assertThat(failure(presence(graph.port()))).isEqualTo(new Unreachable(null, null));
    }

    @Test
    void timesOutWhereGraphHangs() throws InterruptedException {
        var released = new CountDownLatch(1);
        microsoft.graph(_ -> await(released));
        try (var impatient = MicrosoftGraph.connect(impatient(microsoft.registration()), CLOCK)) {
            assertThat(failure(presence(impatient.port()))).isEqualTo(new TimedOut(null, null));
        } finally {
            released.countDown();
        }
    }

    @Test
    void asksOnceMoreWithANewTokenAfterA401() {
        microsoft.graph(call ->
                call.header("Authorization").equals("Bearer token-1")
                        ? error(401)
                        : Reply.json(200, "{\"value\":[{\"id\":\"%s\"}]}".formatted(TEAM)));
        assertThat(result(graph.port().presences(CONTOSO, List.of(TEAM)))).containsKey(TEAM);
        assertThat(microsoft.logins()).hasSize(2);
        assertThat(microsoft.reads())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.body()).contains(TEAM.toString()));
    }

    @Test
    void givesUpAfterA401WithANewToken() {
        assertThat(presenceFailure(error(401))).isEqualTo(new Unreachable(401, ID));
        assertThat(microsoft.reads()).hasSize(2);
        assertThat(microsoft.logins()).hasSize(2);
    }

    @Test
    void asksForOneNewTokenWhereA401ComesWithAClaimsChallenge() {
        microsoft.graph(
                error(401)
                        .with(
                                "WWW-Authenticate",
                                "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\""));
        assertThat(failure(graph.port().scheduleProvisioned(CONTOSO, TEAM)))
                .isEqualTo(new Unreachable(401, ID));
        assertThat(microsoft.logins()).hasSize(2);
        assertThat(microsoft.reads().stream().map(call -> call.header("Authorization")).distinct())
                .hasSize(2);
    }

    @Test
    void blamesOurOwnCredentialsWhereACloudHasNone() {
        MicrosoftTenant chinese = tenant(MicrosoftCloud.CHINA);
        assertThat(failure(graph.port().presences(chinese, List.of(UUID.randomUUID()))))
                .isEqualTo(
                        new OwnCredentialsRefused(
                                null, null, OwnCredentialsRefused.NOT_CONFIGURED));
        assertThat(microsoft.logins()).isEmpty();
    }

    @Test
    void saysNothingOfBodyOrTokenInWhatItThrows() {
        microsoft.graph(error(403));
        assertThat(
                        presence(graph.port())
                                .toCompletableFuture()
                                .handle((_, e) -> String.valueOf(e))
                                .join())
                .contains("PermissionMissing")
                .doesNotContain("secret text")
                .doesNotContain("token-1");
    }

    private static Reply await(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Reply.empty(500);
    }
}
