package org.teamsavailability.mapping.settings;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.service.kafka.KafkaClients;
import org.teamsavailability.service.settings.Checks;

/**
 * Where Kafka is.
 *
 * @param bootstrapServers the brokers to start from, {@code host:port} with commas between
 * @param topicPrefix in front of every topic's name, of the consumer group and of transactional
 *     ids; may be empty
 * @param instanceId this instance's name, the same after a restart and like no other's; clients are
 *     known by it
 * @param security further client settings by Kafka's names: {@code protocol} and all that begins
 *     with {@code sasl.} or {@code ssl.}
 */
@ConfigurationProperties("kafka")
public record KafkaSettings(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("") String topicPrefix,
        String instanceId,
        @DefaultValue Map<String, String> security) {

    public KafkaSettings {
        KafkaClients.check(bootstrapServers, topicPrefix);
        Checks.notBlank("kafka.instance-id", instanceId);
        security = Map.copyOf(security);
    }

    /** The settings of any Kafka client of this service. */
    public Map<String, Object> client() {
        return KafkaClients.settings(bootstrapServers, security);
    }

    /**
     * The same with the {@code client.id} of this instance.
     *
     * @param group the consumer group, or what the client is for, without the topic prefix
     */
    public Map<String, Object> client(String group) {
        var client = client();
        client.put("client.id", KafkaClients.clientId(topicPrefix + group, instanceId));
        return client;
    }

    /** Leaves the security settings out: they hold passwords. */
    @Override
    public String toString() {
        return "KafkaSettings[bootstrapServers=%s, topicPrefix=%s, instanceId=%s]"
                .formatted(bootstrapServers, topicPrefix, instanceId);
    }
}
