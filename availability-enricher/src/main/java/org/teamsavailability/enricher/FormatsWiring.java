package org.teamsavailability.enricher;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.teamsavailability.enricher.tables.RowReader;
import org.teamsavailability.enricher.topology.RetryingRowReader;
import org.teamsavailability.enricher.topology.StateFormats;
import org.teamsavailability.enricher.topology.WireFormats;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.NotBefore;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.serde.PlainAvro;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.service.settings.RegistrySettings;

/** How records are read and written: on the topics with the registry, in the stores without. */
@Configuration(proxyBeanMethods = false)
class FormatsWiring {

    /** Set when the service stops, so that nobody waits for the registry any longer. */
    @Bean
    AtomicBoolean stopping() {
        return new AtomicBoolean();
    }

    @Bean
    RecordSerdes recordSerdes(RegistrySettings settings, Environment environment) {
        return environment.matchesProfiles(Training.PROFILE)
                ? RecordSerdes.withoutRegistry()
                : new RecordSerdes(settings.forSerdes());
    }

    @Bean
    WireFormats wireFormats(RecordSerdes serdes, AtomicBoolean stopping) {
        return new WireFormats(
                serdes.forValue(DispatchRequested.class).deserializer(),
                serdes.forValue(CandidateAvailability.class).serializer(),
                serdes.forValue(FallbackReason.class).serializer(),
                rows(serdes, ServiceDeskConnection.class, stopping),
                rows(serdes, TechnicianMapping.class, stopping));
    }

    @Bean
    StateFormats stateFormats() {
        return new StateFormats(
                PlainAvro.of(PendingRequest.class),
                PlainAvro.of(NotBefore.class),
                PlainAvro.of(ServiceDeskConnection.class),
                PlainAvro.of(TechnicianMapping.class));
    }

    private static <T extends SpecificRecord> RowReader<T> rows(
            RecordSerdes serdes, Class<T> type, AtomicBoolean stopping) {
        return new RetryingRowReader<>(
                serdes.forValue(type).deserializer(), FormatsWiring::pause, stopping::get);
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
