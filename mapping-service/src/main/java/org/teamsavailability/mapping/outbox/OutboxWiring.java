package org.teamsavailability.mapping.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.outbox.messaging.KafkaPublishers;
import org.teamsavailability.mapping.outbox.persistence.AdvisoryLock;
import org.teamsavailability.mapping.outbox.persistence.PostgresOutbox;
import org.teamsavailability.mapping.outbox.persistence.Republication;
import org.teamsavailability.mapping.settings.KafkaSettings;
import org.teamsavailability.mapping.settings.PublishingSettings;
import org.teamsavailability.service.settings.RegistrySettings;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
class OutboxWiring {

    @Bean
    Republication republication(
            DSLContext database, PostgresDeskTransactions transactions, AuditRows audit) {
        return new Republication(database, transactions, audit);
    }

    @Bean
    KafkaPublishers kafkaPublishers(
            KafkaSettings kafka, RegistrySettings registry, Telemetry telemetry) {
        return new KafkaPublishers(
                kafka.client(), kafka.topicPrefix(), registry.forSerdes(), telemetry);
    }

    @Bean
    RelayStatus relayStatus(Clock clock) {
        return new RelayStatus(clock);
    }

    @Bean
    PublicationHealth publicationRelay(RelayStatus status) {
        return new PublicationHealth(status);
    }

    @Bean
    RelayRunner relayRunner(
            DSLContext database,
            PostgresDeskTransactions transactions,
            JdbcConnectionDetails connection,
            KafkaPublishers publishers,
            PublishingSettings settings,
            RelayStatus status,
            MeterRegistry registry,
            Clock clock) {
        var marks = new PostgresOutbox(database, transactions);
        var lock = AdvisoryLock.at(connection);
        var relay = new OutboxRelay(marks, settings.batchSize());
        var meters = new RelayMeters(registry, status);
        return new RelayRunner(
                () ->
                        new RelayLoop(
                                lock,
                                publishers,
                                relay,
                                settings.poll(),
                                RelayLoop.STAND_BY,
                                new BacklogWatch(marks, status, clock),
                                status,
                                meters),
                settings.enabled());
    }
}
