package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.NOW;
import static org.teamsavailability.simulator.Fixtures.OTHER_TENANT;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Population;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.testsupport.TestClock;

@Tag("slow")
class DirectoryLimitsTest {
    private static final String MEMBERS = "/groups/" + TEAM + "/members";

    private final TestClock clock = new TestClock(NOW);
    private final GraphSimulator simulator =
            GraphSimulator.start(
                    Dataset.of(Contoso.tenant(), Tenant.of(OTHER_TENANT)),
                    SimulatorSettings.defaults()
                            .withClock(clock)
                            .withConditions(Conditions.IDEAL.withLimits(true)));
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/groups, 1",
        "/groups?$select=id&$top=5, 1",
        "/groups/e0000000-0000-4000-8000-000000000005/members, 3",
        "/groups/e0000000-0000-4000-8000-000000000005/members?$select=id, 2",
        "/groups/e0000000-0000-4000-8000-000000000005/members?$top=19, 2",
        "/groups/e0000000-0000-4000-8000-000000000005/members?$top=20, 3",
        "/groups/e0000000-0000-4000-8000-000000000005/members?$select=id&$top=5, 1",
        "/users/a0000000-0000-4000-8000-000000000001, 2",
        "/users/nobody?$select=id, 1",
        "/organization, 1"
    })
    void tellsWhatACallCost(String path, String units) throws Exception {
        var response = client.get(client.token(TENANT), path);

        assertThat(response.headers().firstValue("x-ms-resource-unit")).contains(units);
    }

    @Test
    void allowsASmallTenant3500UnitsInTenSeconds() throws Exception {
        String token = client.token(TENANT);
        assertThat(client.get(token, MEMBERS).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(4));
        assertThat(client.statuses(token, MEMBERS, 1165)).hasSize(1165).containsOnly(200);
        assertThat(client.get(token, "/users/" + ANNA).statusCode()).isEqualTo(200);

        var refusal = client.get(token, MEMBERS);

        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(refusal.headers().firstValue("Retry-After")).contains("6");
        assertThat(client.get(token, "/users/" + ANNA).statusCode()).isEqualTo(429);
        assertThat(client.get(client.token(OTHER_TENANT), "/groups").statusCode()).isEqualTo(200);
        assertThat(client.get(token, "/teams/" + TEAM + "/schedule").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(10));
        assertThat(client.get(token, MEMBERS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"497, 1666", "498, 2666"})
    void allowsALargerTenantMore(int people, int calls) throws Exception {
        simulator.alter(TENANT, tenant -> tenant.withGenerated(new Population(0, people)));
        String token = client.token(TENANT);

        assertThat(client.statuses(token, MEMBERS, calls)).hasSize(calls).containsOnly(200);
        assertThat(client.get(token, MEMBERS).statusCode()).isEqualTo(429);
    }
}
