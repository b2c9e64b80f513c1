package org.teamsavailability.schemas.serde;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.teamsavailability.schemas.Topic;

/**
 * Puts the schemas of the topics into the registry, and finds out whether they are there.
 *
 * <p>Each is registered whole, its nested types inline, because simple clients do not follow
 * references between subjects. It is done when the topics are created, never by a running service.
 */
public final class SchemaRegistration {

    /** Readers and writers of every released version understand each other. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final SerdeSettings settings;
    private final String topicPrefix;
    private final Duration answersWithin;

    /**
     * @param topicPrefix the installation's prefix of topic names, which may be empty
     */
    public SchemaRegistration(SerdeSettings settings, String topicPrefix) {
        this(settings, topicPrefix, ClientConfiguration.REGISTRY_ANSWERS_WITHIN);
    }

    SchemaRegistration(SerdeSettings settings, String topicPrefix, Duration answersWithin) {
        this.settings = settings;
        this.topicPrefix = topicPrefix;
        this.answersWithin = answersWithin;
    }

    /**
     * Registers the schema of each topic's value as {@code <topic>-value} and requires that later
     * ones are compatible; what is there already is left as it is.
     *
     * @throws RegistryUnreachableException if the registry does not answer as it should
     * @throws IllegalStateException if a schema is not compatible with one registered before
     */
    public void register(Collection<Topic> topics) {
        try (var subjects = new Subjects(settings, answersWithin)) {
            for (var topic : topics) {
                var value = topic.value();
                if (value != null) {
                    subjects.register(topic.subjectIn(topicPrefix), schema(value));
                    subjects.requireCompatibility(topic.subjectIn(topicPrefix), COMPATIBILITY);
                }
            }
        }
    }

    /**
     * Finds out whether the registry holds this release's schema of every topic's value.
     *
     * @throws SchemaMissingException if it does not; names each subject that lacks it
     * @throws RegistryUnreachableException if the registry does not answer as it should
     */
    public void verify(Collection<Topic> topics) {
        try (var subjects = new Subjects(settings, answersWithin)) {
            var missing =
                    topics.stream()
                            .filter(topic -> lacks(subjects, topic))
                            .map(topic -> topic.subjectIn(topicPrefix))
                            .toList();
            if (!missing.isEmpty()) {
                throw new SchemaMissingException(missing);
            }
        }
    }

    /**
     * Finds out what the registry holds of the schema of each topic's value.
     *
     * @throws RegistryUnreachableException if the registry does not answer as it should
     */
    public List<SchemaState> states(Collection<Topic> topics) {
        try (var subjects = new Subjects(settings, answersWithin)) {
            return topics.stream()
                    .filter(topic -> topic.value() != null)
                    .map(topic -> {
                        var subject = topic.subjectIn(topicPrefix);
                        return new SchemaState(
                                subject, !lacks(subjects, topic), subjects.compatibility(subject));
                    })
                    .toList();
        }
    }

    private boolean lacks(Subjects subjects, Topic topic) {
        var value = topic.value();
        return value != null && !subjects.holds(topic.subjectIn(topicPrefix), schema(value));
    }

    private static Schema schema(Class<? extends SpecificRecord> record) {
        return SpecificData.getForClass(record).getSchema(record);
    }
}
