package org.teamsavailability.service.kafka;

import java.util.List;

/** Topics do not exist; its message names them and says how to create them. */
public final class TopicsMissingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TopicsMissingException(List<String> topics) {
        super(
                "These topics do not exist: %s. Create them with `java -jar availability-enricher.jar topics create`, or correct TOPIC_PREFIX."
                        .formatted(String.join(", ", topics)));
    }
}
