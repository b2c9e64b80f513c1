package org.teamsavailability.schemas.serde;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.TopicCreation.Repartitioned;
import org.teamsavailability.schemas.serde.TopicCreation.Settings;
import org.teamsavailability.servers.Broker;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.Workspace;

/** On a real broker, which each test uses under a topic prefix of its own. */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class TopicCreationTest {

    private final Workspace workspace = Workspace.create();
    private final Probes probes = new Probes();
    private final Ports ports = Ports.anyFree();
    private final int port = ports.any();
    private final Server broker =
            new Server(workspace, Broker.launch(workspace, port, ports.any(), probes));
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + port));

    @BeforeAll
    void start() {
        broker.start();
    }

    @AfterAll
    void close() {
        admin.close();
        probes.close();
        workspace.close();
    }

    @Test
    void createsEveryTopicAsDeclared() throws Exception {
        var prefix = aPrefix();
        var report = creation(prefix).create(Topics.ALL);

        assertThat(report.created())
                .containsExactlyElementsOf(
                        Topics.ALL.stream().map(topic -> topic.nameIn(prefix)).toList());
        assertThat(report.existing()).isEmpty();
        // a broker hears of a topic after the controller has created it
        var found =
                await().ignoreExceptions()
                        .until(
                                () -> admin.describeTopics(report.created()).allTopicNames().get(),
                                topics -> topics.size() == Topics.ALL.size());
        assertThat(requireNonNull(found.get(prefix + "dispatch-requested")).partitions())
                .hasSize(12)
                .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(1));
        assertThat(requireNonNull(found.get(prefix + "dispatch-requested-dlq")).partitions())
                .hasSize(3);
        assertThat(configuration(prefix + "technician-mapping"))
                .containsAllEntriesOf(Topics.TECHNICIAN_MAPPING.configuration())
                .containsEntry("min.insync.replicas", "1");
    }

    @Test
    void keepsThreeCopiesOfWhichTwoConfirmInProduction() {
        var creation = new TopicCreation(admin, Settings.replicated("acme."));

        assertThat(Topics.ALL)
                .allSatisfy(topic -> {
                    var declared = creation.declared(topic);
                    assertThat(declared.replicationFactor()).isEqualTo((short) 3);
                    assertThat(declared.configs()).containsEntry("min.insync.replicas", "2");
                });
    }

    @Test
    void leavesExistingTopicsAsTheyAreAndReportsOtherPartitions() throws Exception {
        var prefix = aPrefix();
        var fallbacks = prefix + "fallback-reason";
        admin.createTopics(List.of(new NewTopic(fallbacks, 5, (short) 1))).all().get();

        var first = creation(prefix).create(Topics.ALL);
        var second = creation(prefix).create(Topics.ALL);

        assertThat(first.existing()).containsExactly(fallbacks);
        assertThat(first.repartitioned()).containsExactly(new Repartitioned(fallbacks, 12, 5));
        assertThat(second.created()).isEmpty();
        assertThat(second.existing()).hasSameSizeAs(Topics.ALL);
        assertThat(second.repartitioned()).isEqualTo(first.repartitioned());
    }

    private TopicCreation creation(String prefix) {
        return new TopicCreation(admin, Settings.unreplicated(prefix));
    }

    private static String aPrefix() {
        return UUID.randomUUID() + ".";
    }

    @Test
    void refusesMoreConfirmingCopiesThanCopies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings("", 1, 2))
                .withMessageContaining("min.insync.replicas 2");
    }

    private Map<String, String> configuration(String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var found = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return requireNonNull(found).entries().stream()
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
