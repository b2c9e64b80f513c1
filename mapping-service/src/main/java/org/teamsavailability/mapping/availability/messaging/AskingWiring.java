package org.teamsavailability.mapping.availability.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.teamsavailability.client.Answers;
import org.teamsavailability.client.ClientSettings;
import org.teamsavailability.mapping.availability.AnswerStream;
import org.teamsavailability.mapping.availability.AttemptTimes;
import org.teamsavailability.mapping.availability.RequestStream;
import org.teamsavailability.mapping.settings.AskingSettings;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.service.settings.RegistrySettings;

/** How the topics of requests and answers are reached. Nothing connects before the first call. */
@Configuration(proxyBeanMethods = false)
class AskingWiring {

    /** Partitions that are read at a time for answers, and for requests. */
    private static final int READERS = 8;

    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(1);

    @Bean
    AskingClients askingClients(KafkaSettings kafka) {
        return new AskingClients(kafka);
    }

    @Bean
    StreamFailures streamFailures(AttemptTimes times) {
        return new StreamFailures(times.deadline());
    }

    /** For this package alone. */
    @Bean(defaultCandidate = false)
    RecordSerdes askingSerdes(RegistrySettings registry) {
        return new RecordSerdes(registry.forSerdes());
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    OpenedOnce<Producer<byte[], byte[]>> requestProducer(
            AskingClients clients, AttemptTimes times) {
        return new OpenedOnce<>(() -> clients.producer(times), it -> it.close(CLOSES_WITHIN));
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    OpenedOnce<Admin> askingAdmin(AskingClients clients) {
        return new OpenedOnce<>(clients::admin, it -> it.close(Duration.ZERO));
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    PartitionReader requestReader(AskingClients clients, AskingSettings settings) {
        return new PartitionReader(
                clients::ofRequests,
                READERS,
                settings.searchSize().toBytes(),
                settings.searchWithin());
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    PartitionReader oldAnswerReader(AskingClients clients, AskingSettings settings) {
        return new PartitionReader(
                clients::ofOldAnswers,
                READERS,
                settings.searchSize().toBytes(),
                settings.searchWithin());
    }

    @Bean
    RequestStream requestStream(
            KafkaSettings kafka,
            @Qualifier("askingSerdes") RecordSerdes askingSerdes,
            @Qualifier("requestProducer") OpenedOnce<Producer<byte[], byte[]>> requestProducer,
            @Qualifier("askingAdmin") OpenedOnce<Admin> askingAdmin,
            @Qualifier("requestReader") PartitionReader requestReader,
            StreamFailures failures) {
        var topics = TopicNames.of(kafka.topicPrefix());
        return new RequestTopic(
                topics,
                askingSerdes.forValue(DispatchRequested.class).serializer(),
                requestProducer,
                new TopicEnds(
                        askingAdmin,
                        List.of(topics.requests(), topics.answers()),
                        AskingClients.PATIENCE),
                requestReader,
                failures);
    }

    @Bean(destroyMethod = "close")
    Answers newAnswers(
            KafkaSettings kafka,
            AskingClients clients,
            @Qualifier("askingSerdes") RecordSerdes askingSerdes,
            AskingSettings settings) {
        return new Answers(
                clients.ofNewAnswers(),
                askingSerdes.forValue(CandidateAvailability.class).deserializer(),
                new ClientSettings(
                        kafka.topicPrefix(),
                        settings.waiting(),
                        settings.idleAfter(),
                        settings.publishWithin()));
    }

    @Bean
    AnswerStream answerStream(
            KafkaSettings kafka,
            Answers newAnswers,
            @Qualifier("askingSerdes") RecordSerdes askingSerdes,
            @Qualifier("oldAnswerReader") PartitionReader oldAnswerReader,
            AskingSettings settings,
            StreamFailures failures,
            Clock clock) {
        return new AnswerTopic(
                TopicNames.of(kafka.topicPrefix()).answers(),
                newAnswers,
                new AnswerReader(askingSerdes.forValue(CandidateAvailability.class).deserializer()),
                oldAnswerReader,
                new AnswerTopic.AnswerTimes(
                        AskingClients.PATIENCE.plusSeconds(1), settings.publishWithin()),
                failures,
                clock);
    }

    /** Waits end before the web server, which else would wait for the calls that wait. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfWaits(Answers newAnswers) {
        return _ -> newAnswers.close();
    }
}
