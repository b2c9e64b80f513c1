package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * What is published is what the database says, whenever the mapping-service is killed. {@code
 * -Dkills=5} kills it five times.
 */
@OnTheWholeStack
class MappingServiceKilledTest {

    private static final int CHANGES_BETWEEN = 60;
    private static final long SEED = 4;

    private final WholeStack stack;

    MappingServiceKilledTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void publishesWhatTheDatabaseSaysThoughItIsKilledWhileClientsChangeIt() {
        var desks = List.of(stack.desk(), stack.desk(), stack.desk());
        desks.forEach(desk -> desk.setUp(ServiceDesk.PEOPLE / 2));

        try (var clients = new BusyClients(desks, SEED)) {
            for (int kill = 0; kill < Integer.getInteger("kills", 2); kill++) {
                awaitChanges(clients);
                stack.mappingService().kill();
                stack.mappingService().start();
            }
            awaitChanges(clients);
        }
        stack.mappingService().kill();
        stack.mappingService().start();

        await().atMost(WholeStack.PATIENCE)
                .untilAsserted(() ->
                        assertThat(PublishedRows.published(stack))
                                .isEqualTo(PublishedRows.expected(stack)));
        assertThat(PublishedRows.published(stack).mappings()).isNotEmpty();
    }

    private static void awaitChanges(BusyClients clients) {
        int before = clients.done();
        // a service that has just started is slow
        await().atMost(StartTimeout.get()).until(() -> clients.done() >= before + CHANGES_BETWEEN);
    }
}
