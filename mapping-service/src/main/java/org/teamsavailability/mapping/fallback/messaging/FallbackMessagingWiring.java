package org.teamsavailability.mapping.fallback.messaging;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.fallback.FallbackStream;
import org.teamsavailability.mapping.search.SearchMeters;
import org.teamsavailability.mapping.search.messaging.DeskRecords;
import org.teamsavailability.mapping.search.messaging.TopicSearches;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** How the topics of fallbacks and answers are searched. */
@Configuration(proxyBeanMethods = false)
class FallbackMessagingWiring {

    @Bean
    FallbackStream fallbackStream(
            TopicSearches searches,
            KafkaSettings kafka,
            @Qualifier("searchSerdes") RecordSerdes searchSerdes,
            SearchMeters meters) {
        return new FallbackSearch(
                searches,
                Topics.FALLBACK_REASON.nameIn(kafka.topicPrefix()),
                new DeskRecords<>(
                        searchSerdes.forValue(FallbackReason.class).deserializer(),
                        FallbackReason::getServiceDeskId,
                        meters::unreadable),
                new RecoverySearch(
                        Topics.CANDIDATE_AVAILABILITY.nameIn(kafka.topicPrefix()),
                        new DeskRecords<>(
                                searchSerdes.forValue(CandidateAvailability.class).deserializer(),
                                CandidateAvailability::getServiceDeskId,
                                meters::unreadable)));
    }
}
