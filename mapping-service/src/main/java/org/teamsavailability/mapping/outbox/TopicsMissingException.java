package org.teamsavailability.mapping.outbox;

import java.util.List;

/** Nothing can be published, because topics do not exist; its message names them. */
public final class TopicsMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TopicsMissingException(List<String> topics) {
        super(
                "These topics do not exist: %s. Create them with `java -jar availability-enricher.jar create-topics`, or correct TOPIC_PREFIX."
                        .formatted(String.join(", ", topics)));
    }
}
