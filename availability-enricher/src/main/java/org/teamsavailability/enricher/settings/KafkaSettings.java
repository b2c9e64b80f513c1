package org.teamsavailability.enricher.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.service.kafka.KafkaClients;
import org.teamsavailability.service.settings.Checks;

/**
 * Where Kafka is, and how this instance takes part.
 *
 * @param bootstrapServers the brokers to start from, {@code host:port} with commas between
 * @param topicPrefix in front of every topic's name and of the consumer group; may be empty
 * @param instanceId this instance's name within the group, the same after a restart and like no
 *     other's; gives the tasks back within a second
 * @param streamThreads how many threads process requests, 1 to 64
 * @param poll how long an idle stream thread sleeps at most, 1 to 1,000 ms; answers wait for half
 *     of it on average
 * @param stateDirectory where the tables are kept on disk; a restart without it reads them again
 * @param replicationFactor of the topics this service creates, 1 to 9
 * @param minInsyncReplicas of the topics this service creates, at most the replication factor
 * @param leaveGroupOnStop whether a stop gives the tasks to the others at once: for scaling in, not
 *     for a restart
 * @param security further client settings by Kafka's names: {@code protocol} and all that begins
 *     with {@code sasl.} or {@code ssl.}
 */
@ConfigurationProperties("kafka")
public record KafkaSettings(
        String bootstrapServers,
        @DefaultValue("") String topicPrefix,
        String instanceId,
        @DefaultValue("2") int streamThreads,
        @DefaultValue("10ms") Duration poll,
        Path stateDirectory,
        @DefaultValue("3") int replicationFactor,
        @DefaultValue("2") int minInsyncReplicas,
        @DefaultValue("false") boolean leaveGroupOnStop,
        @DefaultValue Map<String, String> security) {

    public KafkaSettings {
        KafkaClients.check(bootstrapServers, topicPrefix);
        Checks.notBlank("kafka.instance-id", instanceId);
        Checks.between("kafka.stream-threads", streamThreads, 1, 64);
        Checks.between("kafka.poll (ms)", poll.toMillis(), 1, 1_000);
        Checks.between("kafka.replication-factor", replicationFactor, 1, 9);
        Checks.between("kafka.min-insync-replicas", minInsyncReplicas, 1, replicationFactor);
        security = Map.copyOf(security);
    }

    /** The settings of any Kafka client of this service. */
    public Map<String, Object> client() {
        return KafkaClients.settings(bootstrapServers, security);
    }

    /** Leaves the security settings out: they hold passwords. */
    @Override
    public String toString() {
        return "KafkaSettings[bootstrapServers=%s, topicPrefix=%s, instanceId=%s]"
                .formatted(bootstrapServers, topicPrefix, instanceId);
    }
}
