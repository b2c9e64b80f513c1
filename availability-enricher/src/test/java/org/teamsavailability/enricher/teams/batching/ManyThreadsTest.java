package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.telemetry.Telemetry;

class ManyThreadsTest {

    @Test
    void answersManyThreadsWhileTenantsComeAndGo() throws Exception {
        InstantSource clock = InstantSource.system();
        FakeGraph graph = new FakeGraph(clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var timer = Executors.newScheduledThreadPool(2)) {
            graph.onCall(call -> threads.execute(() -> graph.answer(call)));
            var gateway =
                    new BatchingGateway(
                            graph,
                            GatewaySettings.defaults(),
                            clock,
                            Scheduler.on(timer),
                            new Random(),
                            Telemetry.none());
            Instant deadline = clock.instant().plus(PATIENCE);

            Callable<List<TeamsRead<UUID, PresenceSignal>>> caller =
                    () ->
                            IntStream.range(0, 500)
                                    .mapToObj(i ->
                                            gateway.presence(
                                                    GatewayFixture.tenant(i % 4),
                                                    GatewayFixture.accounts(i, i + 20),
                                                    deadline,
                                                    Priority.NOW))
                                    .toList();
            for (Future<List<TeamsRead<UUID, PresenceSignal>>> asked :
                    threads.invokeAll(List.of(caller, caller, caller))) {
                for (TeamsRead<UUID, PresenceSignal> teamsRead : asked.get()) {
                    teamsRead.settled().toCompletableFuture().join();
                    assertThat(teamsRead.soFar().values()).hasSize(21);
                    assertThat(teamsRead.soFar().values()).allMatch(Outcome.Read.class::isInstance);
                }
            }
            Awaitility.await().until(() -> gateway.busyQueues() == 0);
        }
    }
}
