package org.teamsavailability.localstack.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.localstack.chart.Installed;
import org.teamsavailability.localstack.server.SecuredStack;
import org.teamsavailability.operations.access.Answers;
import org.teamsavailability.servers.process.Server;

/**
 * What the chart renders gets into a Kafka, a registry and a database that let in nobody unknown:
 * each container with its own variables and files, and nothing else.
 */
@OnTheSecuredStack
@TestInstance(Lifecycle.PER_CLASS)
class SecuredKafkaTest {

    private final SecuredStack stack;
    private final Admin admin;

    SecuredKafkaTest(SecuredStack stack) {
        this.stack = stack;
        this.admin = stack.admin();
    }

    @BeforeAll
    void allow() {
        stack.allow(
                Arrays.stream(WayIn.values())
                        .flatMap(it -> AccessEntries.ofTheDocument(it.topicPrefix()).stream())
                        .toList());
    }

    @AfterAll
    void stop() {
        admin.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyPartOfAnInstallationIsLetIn(WayIn way) {
        var installed =
                Installed.with(way.values(stack), way.secrets(stack), stack.folder(way.name()));
        var enricher = service(installed, "enricher");
        var mappingService = service(installed, "mapping-service");
        assertThat(ContainerRun.begin(stack, installed, "create-topics").success())
                .contains(way.topicPrefix() + "dispatch-requested");
        try {
            enricher.begin();
            mappingService.begin();
            assertThat(ContainerRun.begin(stack, installed, "topics-are-there").success())
                    .contains("8 topics and their schemas");
            enricher.awaitReady();
            mappingService.awaitReady();

            await().atMost(WholeStack.PATIENCE).untilAsserted(() -> eachClientIsThere(way));
            assertThat(askTheEnricherOf(way)).contains("TEAMS_NOT_CONNECTED");
        } finally {
            enricher.kill();
            mappingService.kill();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatIsNotLetInSaysWhichSettingToLookAt(Mistake mistake) {
        var run =
                CommandRun.of(
                        ContainerAccess.of(mistake.installed(stack).container("topics-are-there")),
                        "topics",
                        "compare");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(mistake.said, mistake.setting)
                .hasLineCount(1)
                .doesNotContain(Mistake.WRONG);
    }

    @Test
    void aServiceThatIsNotLetInEndsAndSaysWhichSettingToLookAt() {
        var enricher =
                ContainerRun.begin(stack, Mistake.WRONG_PASSWORD.installed(stack), "enricher");
        var mappingService = ContainerRun.begin(stack, withAnotherDatabase(), "mapping-service");

        assertThat(enricher.failure())
                .contains("KAFKA_BOOTSTRAP_SERVERS=localhost:", Mistake.WRONG_PASSWORD.said)
                .doesNotContain(Mistake.WRONG);
        assertThat(mappingService.failure())
                .contains("The database is not who we take it for", "sslrootcert in DATABASE_URL");
    }

    private Server service(Installed installed, String name) {
        return stack.containers().service(name, installed.container(name));
    }

    private Installed withAnotherDatabase() {
        var way = WayIn.SCRAM;
        var another = Map.of("ca.crt", stack.certificates().certificate("ops"));
        return Installed.with(
                way.values(stack)
                        .replace(
                                "{secret: postgresql-owner}\n  ca: {secret: servers-ca}",
                                "{secret: postgresql-owner}\n  ca: {secret: another-ca}"),
                way.secrets(stack).with("another-ca", another),
                stack.folder("another-database"));
    }

    /** Consumers have a place in their groups, and the relay has begun its transactions. */
    private void eachClientIsThere(WayIn way) {
        var prefix = way.topicPrefix();
        var groups =
                Answers.of(admin.listGroups().all()).stream().map(GroupListing::groupId).toList();
        assertThat(Answers.of(admin.describeConsumerGroups(groups).all()).values())
                .filteredOn(it -> !it.members().isEmpty())
                .extracting(it -> it.groupId())
                .contains(
                        prefix + "availability-enricher",
                        prefix + "mapping-service.psa-technician",
                        prefix + "mapping-service-fallback-reason");
        assertThat(Answers.of(admin.listTransactions().all()))
                .extracting(TransactionListing::transactionalId)
                .contains(prefix + "mapping-service-relay");
    }

    private String askTheEnricherOf(WayIn way) {
        var access = stack.access(way.topicPrefix());
        return CommandRun.of(access, "ask", "--desk", "nowhere", "--candidates", "anna").success();
    }
}
