package org.teamsavailability.service.kafka;

import java.util.Collection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.broker.BrokerFutures;

/** The check that topics exist before a service uses them. */
public final class RequiredTopics {

    private RequiredTopics() {}

    /**
     * Returns if all topics exist in the installation with this prefix.
     *
     * @throws TopicsMissingException if some do not exist
     * @throws KafkaException if the broker does not list its topics
     */
    public static void check(
            Admin admin, ListTopicsOptions options, String prefix, Collection<Topic> topics) {
        var existing = BrokerFutures.of(admin.listTopics(options).names());
        var missing =
                topics.stream()
                        .map(topic -> topic.nameIn(prefix))
                        .filter(name -> !existing.contains(name))
                        .toList();
        if (!missing.isEmpty()) {
            throw new TopicsMissingException(missing);
        }
    }
}
