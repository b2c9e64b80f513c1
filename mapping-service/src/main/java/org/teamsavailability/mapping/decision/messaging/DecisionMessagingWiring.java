package org.teamsavailability.mapping.decision.messaging;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.decision.DecisionStream;
import org.teamsavailability.mapping.search.SearchMeters;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.mapping.search.messaging.TopicSearches;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** How the topics of answers and requests are searched. */
@Configuration(proxyBeanMethods = false)
class DecisionMessagingWiring {

    @Bean
    DecisionStream decisionStream(
            TopicSearches searches,
            KafkaSettings kafka,
            @Qualifier("searchSerdes") RecordSerdes searchSerdes,
            SearchMeters meters) {
        return new AnswerSearch(
                searches,
                Topics.CANDIDATE_AVAILABILITY.nameIn(kafka.topicPrefix()),
                new DeskRecords<>(
                        searchSerdes.forValue(CandidateAvailability.class).deserializer(),
                        CandidateAvailability::getServiceDeskId,
                        meters::unreadable),
                new RequestTimes(
                        Topics.DISPATCH_REQUESTED.nameIn(kafka.topicPrefix()),
                        searchSerdes.forValue(DispatchRequested.class).deserializer()));
    }
}
