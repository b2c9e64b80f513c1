package org.teamsavailability.mapping.outbox.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.service.settings.RegistrySettings;

/** What opens publishers to Kafka. */
@Configuration(proxyBeanMethods = false)
class PublisherWiring {

    @Bean
    KafkaPublishers kafkaPublishers(
            KafkaSettings kafka, RegistrySettings registry, Telemetry telemetry) {
        return new KafkaPublishers(
                kafka.client(KafkaPublishers.TRANSACTIONAL_ID),
                kafka.topicPrefix(),
                registry.forSerdes(),
                telemetry);
    }
}
