package org.teamsavailability.mapping.availability.messaging;

import org.teamsavailability.schemas.Topics;

/** The names of the two topics in an installation. */
record TopicNames(String requests, String answers) {

    static TopicNames of(String topicPrefix) {
        return new TopicNames(
                Topics.DISPATCH_REQUESTED.nameIn(topicPrefix),
                Topics.CANDIDATE_AVAILABILITY.nameIn(topicPrefix));
    }
}
