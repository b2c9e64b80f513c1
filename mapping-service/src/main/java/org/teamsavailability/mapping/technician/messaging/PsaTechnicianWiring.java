package org.teamsavailability.mapping.technician.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import org.teamsavailability.mapping.messaging.ConsumerMeters;
import org.teamsavailability.mapping.settings.GroupTimes;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.mapping.settings.PsaTechnicianSettings;
import org.teamsavailability.mapping.technician.Technicians;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.service.settings.RegistrySettings;

/** Puts together what reads the topic {@code psa-technician}. */
@Configuration
@EnableConfigurationProperties(PsaTechnicianSettings.class)
@ConditionalOnProperty(name = "teams-availability.psa-technicians.enabled", matchIfMissing = true)
class PsaTechnicianWiring {

    private static final String GROUP = "mapping-service.psa-technician";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration AUTHORIZATION_PAUSE = Duration.ofSeconds(10);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

    private static final Map<String, Object> CONSUMER =
            Map.of(
                    "auto.offset.reset", "earliest",
                    "enable.auto.commit", "false",
                    "isolation.level", "read_committed",
                    "max.poll.records", "100");

    @Bean
    PsaTechnicianReader psaTechnicianReader(RegistrySettings registry) {
        return new PsaTechnicianReader(registry.forSerdes());
    }

    @Bean
    DeadLetters psaTechnicianDeadLetters(KafkaSettings kafka, MeterRegistry meters) {
        return new DeadLetters(
                kafka,
                Counter.builder("teams.availability.dead.letters")
                                .description("Records that went to a dead-letter topic")
                                .tag("topic", Topics.PSA_TECHNICIAN_DLQ.name())
                                .register(meters)
                        ::increment);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> psaTechnicians(
            KafkaSettings kafka,
            PsaTechnicianSettings settings,
            PsaTechnicianReader reader,
            DeadLetters deadLetters,
            Technicians technicians,
            MeterRegistry meters) {
        var topic = new ContainerProperties(Topics.PSA_TECHNICIAN.nameIn(kafka.topicPrefix()));
        topic.setGroupId(kafka.topicPrefix() + GROUP);
        topic.setMessageListener(new PsaTechnicianListener(reader, technicians));
        topic.setAuthExceptionRetryInterval(AUTHORIZATION_PAUSE);
        topic.setShutdownTimeout(STOPS_WITHIN.toMillis());
        var properties = kafka.client(GROUP);
        properties.putAll(CONSUMER);
        properties.putAll(GroupTimes.SETTINGS);
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new ConsumerMeters(meters));
        var container = new ConcurrentMessageListenerContainer<byte[], byte[]>(consumers, topic);
        container.setConcurrency(settings.consumers());
        container.setCommonErrorHandler(errorHandler(deadLetters, settings.longestPause()));
        return container;
    }

    /** Poison is put aside at once; anything else holds its partition up until it succeeds. */
    private static DefaultErrorHandler errorHandler(
            DeadLetters deadLetters, Duration longestPause) {
        var pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(longestPause.toMillis());
        var handler = new DefaultErrorHandler(deadLetters, pauses);
        handler.setClassifications(Map.of(PoisonRecordException.class, false), true);
        handler.setLogLevel(KafkaException.Level.WARN);
        return handler;
    }
}
