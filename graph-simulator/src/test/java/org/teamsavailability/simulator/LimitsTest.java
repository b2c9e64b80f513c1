package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.NOW;
import static org.teamsavailability.simulator.Fixtures.OTHER_TENANT;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.RecordedCall;
import org.teamsavailability.simulator.limit.RetryAfter;
import org.teamsavailability.testsupport.TestClock;

@Tag("slow")
class LimitsTest {
    private final TestClock clock = new TestClock(NOW);
    private final GraphSimulator simulator =
            GraphSimulator.start(
                    Dataset.of(Fixtures.tenant(), Tenant.of(OTHER_TENANT)),
                    SimulatorSettings.defaults()
                            .withClock(clock)
                            .withConditions(Conditions.IDEAL.withLimits(true)));
    private final Client client = new Client(simulator);
    private String token = "";

    @BeforeEach
    void login() throws Exception {
        token = client.token(TENANT);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void allowsFourScheduleCallsASecondAndTeam() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(schedule(TEAM).statusCode()).isEqualTo(200);
        }

        assertThrottled(schedule(TEAM), "1");
        assertThat(schedule(STRANGER).statusCode()).isEqualTo(404);
        clock.advance(Duration.ofSeconds(1));
        assertThat(schedule(TEAM).statusCode()).isEqualTo(200);
    }

    @Test
    void allowsThirtyScheduleCallsASecondAndTenant() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(schedule(UUID.randomUUID()).statusCode()).isEqualTo(404);
        }

        assertThrottled(schedule(TEAM), "1");
        assertThat(client.get(client.token(OTHER_TENANT), path(TEAM)).statusCode()).isEqualTo(404);
        assertThat(presence().statusCode()).isEqualTo(200);
    }

    @Test
    void allowsFifteenHundredPresenceCallsInHalfAMinute() throws Exception {
        var request = client.presenceRequest(token, List.of(ANNA));
        assertThat(client.statuses(request, 1500)).hasSize(1500).containsOnly(200);

        assertThrottled(presence(), "30");
        clock.advance(Duration.ofSeconds(30));
        assertThat(presence().statusCode()).isEqualTo(200);
    }

    @Test
    void allowsEverythingWhereTheLimitsAreOff() throws Exception {
        simulator.conditions(now -> now.withLimits(false));

        for (int i = 0; i < 6; i++) {
            assertThat(schedule(TEAM).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void restartsTheWaitForACallBeforeRetryAfter() throws Exception {
        simulator
                .faults()
                .on(TENANT, Call.PRESENCE)
                .times(1)
                .throttle(RetryAfter.in(Duration.ofSeconds(10)));
        assertThrottled(presence(), "10");

        clock.advance(Duration.ofSeconds(9));
        assertThrottled(presence(), "10");
        clock.advance(Duration.ofSeconds(9));
        assertThrottled(presence(), "10");
        clock.advance(Duration.ofSeconds(10));
        assertThat(presence().statusCode()).isEqualTo(200);

        assertThat(simulator.journal().calls(TENANT, Call.PRESENCE))
                .extracting(RecordedCall::beforeRetryAfter)
                .containsExactly(false, true, true, false);
        assertThat(simulator.journal().beforeRetryAfter(TENANT)).isEqualTo(2);
    }

    @Test
    void writesRetryAfterInEveryForm() throws Exception {
        throttle(RetryAfter.in(Duration.ofMillis(2128)));
        assertThrottled(presence(), "2.128");
        clock.advance(Duration.ofMinutes(10));
        throttle(RetryAfter.dateIn(Duration.ofSeconds(5)));
        assertThrottled(presence(), "Mon, 7 Jan 2030 08:10:05 GMT");
        clock.advance(Duration.ofMinutes(10));
        throttle(RetryAfter.in(Duration.ofSeconds(-1)));
        assertThrottled(presence(), "-1");
        throttle(RetryAfter.absent());

        var response = presence();

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        assertThat(presence().statusCode()).isEqualTo(200);
    }

    private void throttle(RetryAfter retryAfter) {
        simulator.faults().on(TENANT, Call.PRESENCE).times(1).throttle(retryAfter);
    }

    private HttpResponse<String> presence() throws Exception {
        return client.presences(token, List.of(ANNA));
    }

    private HttpResponse<String> schedule(UUID team) throws Exception {
        return client.get(token, path(team));
    }

    private static String path(UUID team) {
        return "/teams/" + team + "/schedule";
    }

    private static void assertThrottled(HttpResponse<String> response, String retryAfter) {
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains(retryAfter);
        assertThat(Client.json(response).at("/error/code").asString()).isEqualTo("TooManyRequests");
    }
}
