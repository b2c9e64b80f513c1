package org.teamsavailability.mapping.connection.messaging;

import static org.apache.kafka.clients.consumer.ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ISOLATION_LEVEL_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_POLL_RECORDS_CONFIG;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import org.teamsavailability.mapping.connection.ConnectionCheck;
import org.teamsavailability.mapping.connection.PerDeskThrottle;
import org.teamsavailability.mapping.messaging.ConsumerMeters;
import org.teamsavailability.mapping.settings.GroupTimes;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.service.settings.RegistrySettings;

/** How the fallback reasons are read. */
@Configuration
class LostConsentWiring {

    /** A check takes up to 15 s: more a poll could cost the consumer its place in the group. */
    private static final int MOST_A_POLL = 10;

    private static final String GROUP = "mapping-service-fallback-reason";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration AUTHORIZATION_PAUSE = Duration.ofSeconds(10);
    private static final long AGAIN_AFTER_MS = 1_000;

    /** For this package alone. */
    @Bean(defaultCandidate = false)
    RecordSerdes fallbackReasonSerdes(RegistrySettings registry) {
        return new RecordSerdes(registry.forSerdes());
    }

    @Bean
    LostConsents lostConsents(
            @Qualifier("fallbackReasonSerdes") RecordSerdes fallbackReasonSerdes,
            ConnectionCheck check,
            MeterRegistry meters,
            Clock clock) {
        var unreadable =
                Counter.builder("teams_availability.fallback_reasons.unreadable")
                        .description("Fallback reasons that were skipped")
                        .register(meters);
        return new LostConsents(
                fallbackReasonSerdes.forValue(FallbackReason.class).deserializer(),
                check,
                new PerDeskThrottle(PAUSE, clock),
                unreadable::increment);
    }

    /** Begins at the end of the topic: older reasons are no news. */
    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> fallbackReasons(
            LostConsents listener,
            KafkaSettings kafka,
            MeterRegistry meters,
            @Value("${spring.kafka.listener.auto-startup:true}") boolean autoStartup) {
        var consumer = kafka.client(GROUP);
        consumer.put(ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(AUTO_OFFSET_RESET_CONFIG, "latest");
        consumer.put(ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer.put(MAX_POLL_RECORDS_CONFIG, MOST_A_POLL);
        consumer.putAll(GroupTimes.SETTINGS);
        var properties =
                new ContainerProperties(Topics.FALLBACK_REASON.nameIn(kafka.topicPrefix()));
        properties.setGroupId(kafka.topicPrefix() + GROUP);
        properties.setMessageListener(listener);
        properties.setAuthExceptionRetryInterval(AUTHORIZATION_PAUSE);
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new ConsumerMeters(meters));
        var container =
                new ConcurrentMessageListenerContainer<byte[], byte[]>(consumers, properties);
        container.setCommonErrorHandler(
                new DefaultErrorHandler(
                        new FixedBackOff(AGAIN_AFTER_MS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        container.setAutoStartup(autoStartup);
        return container;
    }
}
