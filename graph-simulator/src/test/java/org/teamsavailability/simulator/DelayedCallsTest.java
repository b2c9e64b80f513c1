package org.teamsavailability.simulator;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.journal.Call;

class DelayedCallsTest {
    private static final int CALLS = 2000;

    @Test
    void holdsThousandsOfCallsAtOnceWithoutAThreadForEach() throws Exception {
        try (var simulator = Fixtures.simulator();
                var client = new Client(simulator)) {
            HttpRequest request =
                    client.presenceRequest(client.token(TENANT), List.of(ANNA)).build();
            var hanging = simulator.faults().on(TENANT, Call.PRESENCE).hang();

            var answers =
                    Stream.generate(() -> client.http().sendAsync(request, discarding()))
                            .limit(CALLS)
                            .toList();
            await().until(() -> simulator.journal().underWay(TENANT, Call.PRESENCE) == CALLS);
            assertThat(Thread.getAllStackTraces()).hasSizeLessThan(200);
            hanging.clear();

            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get();
            assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
        }
    }
}
