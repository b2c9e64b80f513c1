package org.teamsavailability.mapping.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.settings.PublishingSettings;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
class OutboxWiring {

    @Bean
    Republication republication(
            DeskTransactions transactions, ServiceDesks desks, DeskEntries entries, Audit audit) {
        return new Republication(transactions, desks, entries, audit);
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
            Outbox marks,
            RelayLock lock,
            Publisher.Source publishers,
            PublishingSettings settings,
            RelayStatus status,
            MeterRegistry registry,
            Clock clock) {
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
