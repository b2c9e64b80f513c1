package org.teamsavailability.service.kafka;

import java.util.HashMap;
import java.util.Map;
import org.teamsavailability.service.settings.Checks;

/** Settings that every Kafka client of a service has. */
public final class KafkaClients {

    private KafkaClients() {}

    /**
     * Checks where Kafka is.
     *
     * @param bootstrapServers the brokers to start from, {@code host:port} with commas between
     * @param topicPrefix in front of every topic's name, at most 100 characters; may be empty
     * @throws IllegalArgumentException if one of them is not allowed
     */
    public static void check(String bootstrapServers, String topicPrefix) {
        Checks.notBlank("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        Checks.matches("TOPIC_PREFIX", topicPrefix, "[A-Za-z0-9._-]{0,100}");
    }

    /**
     * The {@code client.id} by which brokers and metrics know a client: the same after a restart.
     *
     * @param group the consumer group, or what the client is for
     * @param instanceId of this process, like no other's of the service
     */
    public static String clientId(String group, String instanceId) {
        return group + "-" + instanceId;
    }

    /**
     * The settings of a client, by Kafka's names.
     *
     * @param security {@code protocol} and all that begins with {@code sasl.} or {@code ssl.}
     */
    public static Map<String, Object> settings(
            String bootstrapServers, Map<String, String> security) {
        var client = new HashMap<String, Object>();
        client.put("bootstrap.servers", bootstrapServers);
        security.forEach((name, value) ->
                client.put(name.equals("protocol") ? "security.protocol" : name, value));
        return client;
    }
}
