package org.teamsavailability.mapping.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;

class GraphProblemsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final GraphProblems problems = new GraphProblems(Clock.fixed(NOW, ZoneOffset.UTC));

    static Stream<Arguments> everyFailureHasItsProblem() {
        return Stream.of(
                Arguments.of(
                        new GraphFailure.ConsentMissing(400, "r", 65001), 409, "consent-missing"),
                Arguments.of(
                        new GraphFailure.PermissionMissing(403, "r", GraphPermission.USER_READ_ALL),
                        409,
                        "permission-missing"),
                Arguments.of(
                        new GraphFailure.Throttled(429, "r", NOW), 503, "microsoft-unreachable"),
                Arguments.of(
                        new GraphFailure.Unreachable(null, null), 503, "microsoft-unreachable"),
                Arguments.of(new GraphFailure.TimedOut(null, null), 503, "microsoft-unreachable"),
                Arguments.of(new GraphFailure.Unreachable(500, "r"), 502, "microsoft-unreachable"),
                Arguments.of(new GraphFailure.Malformed(200, "r"), 502, "microsoft-unreachable"),
                Arguments.of(new GraphFailure.Refused(400, "r"), 502, "microsoft-unreachable"),
                Arguments.of(
                        new GraphFailure.NotProvisioned(404, "r"), 502, "microsoft-unreachable"),
                Arguments.of(
                        new GraphFailure.OwnCredentialsRefused(401, "r", 7000215),
                        502,
                        "microsoft-unreachable"));
    }

    @ParameterizedTest
    @MethodSource
    void everyFailureHasItsProblem(GraphFailure failure, int status, String name) {
        var body = problems.of(failure).body();

        assertThat(body.getStatus()).isEqualTo(status);
        assertThat(body.getType()).hasToString("urn:teams-availability:" + name);
    }

    @Test
    void namesThePermissionAndMicrosoftsRequest() {
        var body =
                problems.of(
                                new GraphFailure.PermissionMissing(
                                        403, "4711", GraphPermission.USER_READ_ALL))
                        .body();

        assertThat(body.getDetail()).contains("User.Read.All");
        assertThat(body.getProperties())
                .containsEntry("permission", "User.Read.All")
                .containsEntry("microsoftRequestId", "4711");
    }

    @Test
    void saysWhenToTryAgainAndNeverTooEarly() {
        var problem = problems.of(new GraphFailure.Throttled(429, null, NOW.plusMillis(2_001)));

        assertThat(problem.headers().getFirst("Retry-After")).isEqualTo("3");
    }
}
