package org.teamsavailability.schemas.serde;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.TopicCreation.Repartitioned;
import org.teamsavailability.schemas.serde.TopicCreation.Settings;

class TopicCreationTest {

    private final MockAdminClient admin = MockAdminClient.create().numBrokers(3).build();
    private final TopicCreation creation = new TopicCreation(admin, Settings.replicated("acme."));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void createsEveryTopicAsDeclared() throws Exception {
        var report = creation.create(Topics.ALL);

        assertThat(report.created())
                .containsExactlyElementsOf(
                        Topics.ALL.stream().map(topic -> topic.nameIn("acme.")).toList());
        assertThat(report.existing()).isEmpty();
        var found = admin.describeTopics(report.created()).allTopicNames().get();
        assertThat(requireNonNull(found.get("acme.dispatch-requested")).partitions())
                .hasSize(12)
                .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
        assertThat(requireNonNull(found.get("acme.dispatch-requested-dlq")).partitions())
                .hasSize(3);
        assertThat(configuration("acme.technician-mapping"))
                .containsAllEntriesOf(Topics.TECHNICIAN_MAPPING.configuration())
                .containsEntry("min.insync.replicas", "2");
    }

    @Test
    void leavesExistingTopicsAsTheyAreAndReportsOtherPartitions() {
        var _ = admin.createTopics(List.of(new NewTopic("acme.fallback-reason", 5, (short) 1)));

        var first = creation.create(Topics.ALL);
        var second = creation.create(Topics.ALL);

        assertThat(first.existing()).containsExactly("acme.fallback-reason");
        assertThat(first.repartitioned())
                .containsExactly(new Repartitioned("acme.fallback-reason", 12, 5));
        assertThat(second.created()).isEmpty();
        assertThat(second.existing()).hasSameSizeAs(Topics.ALL);
        assertThat(second.repartitioned()).isEqualTo(first.repartitioned());
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
