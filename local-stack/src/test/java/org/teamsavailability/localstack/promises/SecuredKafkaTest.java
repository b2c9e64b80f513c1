package org.teamsavailability.localstack.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.TransactionListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.localstack.chart.Container;
import org.teamsavailability.localstack.chart.Installed;
import org.teamsavailability.localstack.server.SecuredStack;
import org.teamsavailability.operations.access.Answers;

/** What the chart renders gets into a Kafka that lets in nobody unknown. */
@TestInstance(Lifecycle.PER_CLASS)
class SecuredKafkaTest {

    private final SecuredStack stack = new SecuredStack();

    @TempDir private Path directory = Path.of("");

    @BeforeAll
    void start() {
        stack.start();
        stack.allow(
                Arrays.stream(WayIn.values())
                        .flatMap(it -> AccessEntries.ofTheDocument(it.topicPrefix()).stream())
                        .toList());
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyPartOfAnInstallationIsLetIn(WayIn way) throws Exception {
        var installed = way.install(stack, way.values(stack), way.secrets(stack));

        run(installed.container("create-topics")).success();
        assertThat(run(installed.container("topics-are-there")).success())
                .contains("8 topics and their schemas");
        servicesDoTheirWork(way, installed);
    }

    private void servicesDoTheirWork(WayIn way, Installed installed) {
        var prefix = way.topicPrefix();
        var enricher = stack.enricher(way + " enricher", installed.container("enricher"));
        var mappingService =
                stack.mappingService(way + " mapping", installed.container("mapping-service"));
        try {
            enricher.begin();
            mappingService.begin();
            enricher.awaitReady();
            mappingService.awaitReady();

            await().atMost(WholeStack.PATIENCE)
                    .untilAsserted(() -> {
                        assertThat(groupsWithMembers())
                                .contains(
                                        prefix + "availability-enricher",
                                        prefix + "mapping-service.psa-technician",
                                        prefix + "mapping-service-fallback-reason");
                        assertThat(transactionalIds()).contains(prefix + "mapping-service-relay");
                    });
            assertThat(
                            CommandRun.of(
                                            stack.access(prefix),
                                            "ask",
                                            "--desk",
                                            "nowhere",
                                            "--candidates",
                                            "anna")
                                    .success())
                    .contains("TEAMS_NOT_CONNECTED");
        } finally {
            enricher.stop();
            mappingService.stop();
        }
    }

    private List<String> groupsWithMembers() {
        try (var admin = stack.admin()) {
            var groups =
                    Answers.of(admin.listGroups().all()).stream().map(it -> it.groupId()).toList();
            return Answers.of(admin.describeConsumerGroups(groups).all()).values().stream()
                    .filter(it -> !it.members().isEmpty())
                    .map(it -> it.groupId())
                    .toList();
        }
    }

    private List<String> transactionalIds() {
        try (var admin = stack.admin()) {
            return Answers.of(admin.listTransactions().all()).stream()
                    .map(TransactionListing::transactionalId)
                    .toList();
        }
    }

    private CommandRun run(Container container) throws IOException, InterruptedException {
        var out = directory.resolve("out");
        var err = directory.resolve("err");
        var process =
                stack.command(container)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(process.waitFor(WholeStack.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
