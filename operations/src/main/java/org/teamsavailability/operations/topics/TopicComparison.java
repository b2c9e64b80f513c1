package org.teamsavailability.operations.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.broker.BrokerFutures;

/** The topics of an installation against their declaration. Changes nothing. */
final class TopicComparison {

    private final Access access;
    private final Admin admin;

    TopicComparison(Access access, Admin admin) {
        this.access = access;
        this.admin = admin;
    }

    /** What differs, in the order of the topics; settings that nobody declared are left alone. */
    List<Difference> differences(Collection<Topic> topics) {
        var there = BrokerFutures.of(admin.listTopics().names());
        var existing = topics.stream().filter(topic -> there.contains(name(topic))).toList();
        var names = existing.stream().map(this::name).toList();
        var descriptions = BrokerFutures.of(admin.describeTopics(names).allTopicNames());
        var settings =
                BrokerFutures.of(
                        admin.describeConfigs(names.stream().map(TopicComparison::topic).toList())
                                .all());
        var differences = new ArrayList<Difference>();
        for (var topic : topics) {
            var description = descriptions.get(name(topic));
            if (description == null) {
                differences.add(
                        new Difference(name(topic), "does not exist", "run `topics create`"));
            } else {
                differences.addAll(shape(topic, description));
                differences.addAll(
                        settings(topic, Objects.requireNonNull(settings.get(topic(name(topic))))));
            }
        }
        return differences;
    }

    private List<Difference> shape(Topic topic, TopicDescription found) {
        var differences = new ArrayList<Difference>();
        int partitions = found.partitions().size();
        if (partitions != topic.partitions()) {
            differences.add(
                    new Difference(
                            name(topic),
                            "has %d partitions, declared are %d"
                                    .formatted(partitions, topic.partitions()),
                            "not in place, because order and slots depend on the number: create the"
                                    + " topics under another TOPIC_PREFIX and move there"));
        }
        int copies =
                found.partitions().stream().mapToInt(it -> it.replicas().size()).min().orElse(0);
        if (copies != access.topics().replicationFactor()) {
            differences.add(
                    new Difference(
                            name(topic),
                            "has %d copies of each partition, declared are %d (REPLICATION_FACTOR)"
                                    .formatted(copies, access.topics().replicationFactor()),
                            "kafka-reassign-partitions.sh, with as many replicas for each"
                                    + " partition; or set REPLICATION_FACTOR to what is meant"));
        }
        return differences;
    }

    private List<Difference> settings(Topic topic, Config found) {
        var differences = new ArrayList<Difference>();
        declared(topic)
                .forEach((name, value) -> {
                    var entry = found.get(name);
                    var actual = entry == null ? null : entry.value();
                    if (!value.equals(actual)) {
                        differences.add(
                                new Difference(
                                        name(topic),
                                        "has %s=%s, declared is %s".formatted(name, actual, value),
                                        ("kafka-configs.sh --bootstrap-server %s --alter"
                                                        + " --entity-type topics --entity-name %s"
                                                        + " --add-config %s=%s")
                                                .formatted(
                                                        access.brokers(),
                                                        name(topic),
                                                        name,
                                                        value)));
                    }
                });
        return differences;
    }

    private Map<String, String> declared(Topic topic) {
        var all = new LinkedHashMap<>(topic.configuration());
        all.put("min.insync.replicas", Integer.toString(access.topics().minInsyncReplicas()));
        return all;
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private String name(Topic topic) {
        return access.name(topic);
    }
}
