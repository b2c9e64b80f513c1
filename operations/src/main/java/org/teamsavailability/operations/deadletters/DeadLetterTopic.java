package org.teamsavailability.operations.deadletters;

import java.util.List;
import java.util.Optional;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;

/**
 * A dead-letter topic, where its letters came from, and the headers that say why.
 *
 * <p>A letter goes back to the topic that is named here, never to one that a header names: headers
 * are as anybody may have written them.
 *
 * @param letters the dead-letter topic
 * @param origin where its letters came from
 * @param errorHeaders how the names of the headers begin that say why
 * @param exceptionHeader the exception's class
 * @param messageHeader the exception's message
 * @param takesTombstones whether a record without a value means something there: a removal
 */
public record DeadLetterTopic(
        Topic letters,
        Topic origin,
        String errorHeaders,
        String exceptionHeader,
        String messageHeader,
        boolean takesTombstones) {

    /** Requests. */
    public static final DeadLetterTopic REQUESTS =
            new DeadLetterTopic(
                    Topics.DISPATCH_REQUESTED_DLQ,
                    Topics.DISPATCH_REQUESTED,
                    "__streams.errors.",
                    "__streams.errors.exception",
                    "__streams.errors.message",
                    false);

    static final DeadLetterTopic TECHNICIANS =
            new DeadLetterTopic(
                    Topics.PSA_TECHNICIAN_DLQ,
                    Topics.PSA_TECHNICIAN,
                    "kafka_dlt-",
                    "kafka_dlt-exception-fqcn",
                    "kafka_dlt-exception-message",
                    true);

    static final List<DeadLetterTopic> ALL = List.of(REQUESTS, TECHNICIANS);

    /** The pile of this dead-letter topic, named without the installation's prefix. */
    static Optional<DeadLetterTopic> named(String topic) {
        return ALL.stream().filter(pile -> pile.topic().equals(topic)).findAny();
    }

    /** The dead-letter topic's name here. */
    public String letters(Access access) {
        return access.name(letters);
    }

    String origin(Access access) {
        return access.name(origin);
    }

    /** The dead-letter topic, named without the installation's prefix. */
    public String topic() {
        return letters.name();
    }

    boolean isErrorHeader(String name) {
        return name.startsWith(errorHeaders);
    }
}
