package org.teamsavailability.mapping.automap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@Tag("slow")
class StoppedServiceTest {

    @AutoClose
    private final TestApi api =
            new TestApi(Map.of("spring.lifecycle.timeout-per-shutdown-phase", "60s"));

    @Test
    void answersARequestThatWaitsForARunBeforeItStops() throws Exception {
        var desk = api.desk("northwind", Scope.READ, Scope.WRITE);
        desk.connect("GRANTED");
        var tenant = api.directory().teams();
        tenant.team("Service Desk");
        tenant.holdUp();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer =
                    threads.submit(
                            () -> desk.post("/public-api/teams-availability/auto-map?wait=60"));
            await().until(() -> tenant.nowAtOnce() == 1);

            api.stop();

            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(answer.get().body().path("state").asString()).isEqualTo("FAILED");
        }
    }
}
