package org.teamsavailability.schemas.serde;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.broker.BrokerFutures;

/** Creates the topics as they are declared. */
public final class TopicCreation {

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(100);

    private final Admin admin;
    private final Settings settings;

    /**
     * How an installation keeps its topics.
     *
     * @param prefix the prefix of their names, which may be empty
     * @param replicationFactor copies of each partition, 1 or more
     * @param minInsyncReplicas copies that must confirm a write, 1 to the replication factor
     */
    public record Settings(String prefix, int replicationFactor, int minInsyncReplicas) {

        public Settings {
            if (minInsyncReplicas < 1
                    || minInsyncReplicas > replicationFactor
                    || replicationFactor > Short.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "A replication factor of "
                                + replicationFactor
                                + " with min.insync.replicas "
                                + minInsyncReplicas
                                + ": the second is 1 or more and at most the first");
            }
        }

        /** As for production: three copies, of which two confirm. */
        public static Settings replicated(String prefix) {
            return new Settings(prefix, 3, 2);
        }

        /** For a single broker. */
        public static Settings unreplicated(String prefix) {
            return new Settings(prefix, 1, 1);
        }
    }

    /**
     * What was done.
     *
     * @param created names of the topics that did not exist before
     * @param existing names of those that did, which are left as they are
     * @param repartitioned those of the existing with another number of partitions than declared
     */
    public record Report(
            List<String> created, List<String> existing, List<Repartitioned> repartitioned) {

        public Report {
            created = List.copyOf(created);
            existing = List.copyOf(existing);
            repartitioned = List.copyOf(repartitioned);
        }
    }

    /** A topic with another number of partitions than declared, on which order hangs. */
    public record Repartitioned(String topic, int declared, int found) {}

    /** The admin client stays the caller's to close. */
    public TopicCreation(Admin admin, Settings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Creates those that do not exist.
     *
     * @throws KafkaException if the broker refuses, or does not answer within the admin client's
     *     {@code default.api.timeout.ms}
     */
    public Report create(Collection<Topic> topics) {
        var answers = admin.createTopics(topics.stream().map(this::declared).toList()).values();
        var created = new ArrayList<String>();
        var existing = new ArrayList<Topic>();
        for (var topic : topics) {
            if (isNew(requireNonNull(answers.get(name(topic))))) {
                created.add(name(topic));
            } else {
                existing.add(topic);
            }
        }
        return new Report(created, names(existing), repartitioned(existing));
    }

    /** The topic as the broker is asked for it. */
    NewTopic declared(Topic topic) {
        var configuration = new LinkedHashMap<>(topic.configuration());
        configuration.put("min.insync.replicas", Integer.toString(settings.minInsyncReplicas()));
        return new NewTopic(name(topic), topic.partitions(), (short) settings.replicationFactor())
                .configs(configuration);
    }

    private List<Repartitioned> repartitioned(List<Topic> existing) {
        var found = described(names(existing));
        return existing.stream()
                .map(topic -> compared(topic, requireNonNull(found.get(name(topic)))))
                .filter(topic -> topic.declared() != topic.found())
                .toList();
    }

    /**
     * The controller refuses a topic as existing before every broker has heard of it, so a broker
     * may not know yet what was created a moment ago.
     */
    private Map<String, TopicDescription> described(List<String> names) {
        long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (true) {
            try {
                return BrokerFutures.of(admin.describeTopics(names).allTopicNames());
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_AGAIN_AFTER);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Repartitioned compared(Topic topic, TopicDescription found) {
        return new Repartitioned(name(topic), topic.partitions(), found.partitions().size());
    }

    private List<String> names(List<Topic> topics) {
        return topics.stream().map(this::name).toList();
    }

    private String name(Topic topic) {
        return topic.nameIn(settings.prefix());
    }

    private static boolean isNew(KafkaFuture<Void> answer) {
        try {
            BrokerFutures.of(answer);
            return true;
        } catch (TopicExistsException _) {
            return false;
        }
    }
}
