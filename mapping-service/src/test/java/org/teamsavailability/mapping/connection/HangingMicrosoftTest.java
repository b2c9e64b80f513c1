package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.mapping.SlowClient;

/** A desk whose tenant does not answer costs no other desk anything. */
class HangingMicrosoftTest extends RunningService {

    private static final int MOST = 20;

    /** Others than {@link #MOST} are refused, and so may one be while this test looks. */
    private static final int MANY = 30;

    private static final String ROUTE = "/teams-availability/teams";

    private final CountDownLatch answers = new CountDownLatch(1);
    private final List<SlowClient> clients = new ArrayList<>();

    @Autowired private HikariDataSource pool;

    @AfterEach
    void answer() {
        answers.countDown();
        clients.forEach(SlowClient::close);
    }

    @Test
    void refusesWhatADeskAsksBeyondItsRequestsInProgress() {
        granted();
        microsoft.hasTeams(tenant, List.of(new Team(UUID.randomUUID(), "Support")));
        microsoft.listsTeamsAfter(tenant, answers);
        for (int i = 0; i < MANY; i++) {
            clients.add(new SlowClient(port()).send(request()));
        }

        await().until(() -> api("GET", "/technicians").status() == 503);

        var refused = api("GET", "/technicians");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(refused.json().path("type").asString())
                .isEqualTo("urn:teams-availability:desk-busy");
        assertThat(api(newDesk(desk + "-other"), "GET", "/technicians", null).status())
                .isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());

        answers.countDown();

        await().untilAsserted(() ->
                assertThat(clients)
                        .allMatch(SlowClient::isClosed)
                        .filteredOn(it -> it.received().contains("Support"))
                        .hasSize(MOST));
        assertThat(api("GET", ROUTE).status()).isEqualTo(200);
        assertThat(microsoft.listed(tenant)).isEqualTo(1);
    }

    private String request() {
        return "GET /public-api%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(ROUTE, key());
    }
}
