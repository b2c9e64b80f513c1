package org.teamsavailability.mapping.automap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.access.Scope;

class StoppedServiceTest {

    @AutoClose private final AutoMapApi api = new AutoMapApi();

    @Test
    void answersARequestThatWaitsForARunBeforeItStops() throws Exception {
        var key = api.desk("northwind", Scope.READ, Scope.WRITE);
        api.connect("northwind");
        api.tenant().team("Service Desk");
        api.tenant().holdUp();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> api.post(key, "/auto-map?wait=60", null));
            await().until(() -> api.tenant().nowAtOnce() == 1);

            api.stop();

            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(answer.get().body().path("state").asString()).isEqualTo("FAILED");
        }
    }
}
