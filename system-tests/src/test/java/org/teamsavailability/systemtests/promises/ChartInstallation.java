package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionListing;
import org.teamsavailability.schemas.broker.BrokerFutures;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.systemtests.chart.Installed;
import org.teamsavailability.systemtests.server.SecuredStack;

/**
 * What the chart installs, on the secured servers: each container with its own variables and files,
 * and nothing else. For one thread.
 */
final class ChartInstallation implements AutoCloseable {

    private final SecuredStack stack;
    private final WayIn way;
    private final Installed installed;
    private final int api;
    private final Server enricher;
    private final Server mappingService;

    /** Renders the chart; starts nothing yet. */
    ChartInstallation(SecuredStack stack, WayIn way) {
        this.stack = stack;
        this.way = way;
        installed = Installed.with(way.values(stack), way.secrets(stack), stack.folder(way.name()));
        api = stack.anyPort();
        enricher = service("enricher", stack.anyPort());
        mappingService = service("mapping-service", api);
    }

    private Server service(String name, int port) {
        return stack.containers().service(name, installed.container(name), port);
    }

    /** Creates the topics and starts both services; returns when they are ready. */
    void start() {
        assertThat(ContainerRun.begin(stack, installed, "create-topics").success())
                .contains(way.topicPrefix() + "dispatch-requested");
        enricher.begin();
        mappingService.begin();
        enricher.awaitReady();
        mappingService.awaitReady();
    }

    /** Fails unless its command, each client of its services and its registry's are let in. */
    void assertEveryPartIsLetIn() {
        assertThat(ContainerAccess.run(installed.container("topics-are-there")).success())
                .contains("8 topics and their schemas");
        try (var admin = stack.admin()) {
            await().untilAsserted(() -> eachClientIsThere(admin));
        }
        var asked =
                CommandRun.of(
                        stack.access(way.topicPrefix()),
                        "ask",
                        "--desk",
                        "nowhere",
                        "--candidates",
                        "anna");
        assertThat(asked.success()).contains("TEAMS_NOT_CONNECTED");
    }

    /** Consumers have a place in their groups, and the relay has started its transactions. */
    private void eachClientIsThere(Admin admin) {
        var prefix = way.topicPrefix();
        var groups =
                BrokerFutures.of(admin.listGroups().all()).stream()
                        .map(GroupListing::groupId)
                        .toList();
        assertThat(BrokerFutures.of(admin.describeConsumerGroups(groups).all()).values())
                .filteredOn(it -> !it.members().isEmpty())
                .extracting(it -> it.groupId())
                .contains(
                        prefix + "availability-enricher",
                        prefix + "mapping-service.psa-technician",
                        prefix + "mapping-service-fallback-reason");
        assertThat(BrokerFutures.of(admin.listTransactions().all()))
                .extracting(TransactionListing::transactionalId)
                .contains(prefix + "mapping-service-relay");
    }

    Server enricher() {
        return enricher;
    }

    /** The mapping-service, as {@code http://localhost:8080}. */
    String service() {
        return "http://localhost:" + api;
    }

    @Override
    public void close() {
        enricher.kill();
        mappingService.kill();
    }
}
