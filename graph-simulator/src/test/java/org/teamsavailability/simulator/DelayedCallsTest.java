package org.teamsavailability.simulator;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.journal.Call;

@Tag("slow")
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
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !thread.getName().startsWith("HttpClient"))
                    .hasSizeLessThan(100);
            hanging.clear();

            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get();
            assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
        }
    }

    @Test
    void takeAtLeastTheLatencyOfAllCallsAndThatOfTheFaultTheyMeet() throws Exception {
        try (var simulator =
                        GraphSimulator.start(
                                Dataset.of(Fixtures.tenant()),
                                SimulatorSettings.defaults().withClock(steady()));
                var client = new Client(simulator)) {
            String token = client.token(TENANT);
            simulator.conditions(now -> now.withLatency(Duration.ofMillis(30)));
            simulator.faults().on(TENANT, Call.PRESENCE).latency(Duration.ofMillis(20));

            client.presences(token, List.of(ANNA));

            assertThat(simulator.journal().calls(TENANT, Call.PRESENCE))
                    .singleElement()
                    .satisfies(call ->
                            assertThat(Duration.between(call.start(), call.end()))
                                    .isGreaterThanOrEqualTo(Duration.ofMillis(50)));
        }
    }

    /** A clock that nobody sets meanwhile, as the machine's may be. */
    private static Clock steady() {
        long start = System.nanoTime();
        InstantSource source = () -> Instant.EPOCH.plusNanos(System.nanoTime() - start);
        return source.withZone(ZoneOffset.UTC);
    }
}
