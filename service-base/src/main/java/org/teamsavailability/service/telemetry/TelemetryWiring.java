package org.teamsavailability.service.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.teamsavailability.graph.telemetry.Telemetry;

/**
 * What both services show of themselves beyond Spring Boot's defaults. Spans are made only where
 * they are sent somewhere: where the standard {@code OTEL_EXPORTER_OTLP_ENDPOINT}, or Spring Boot's
 * own property, names an address.
 */
@Configuration(proxyBeanMethods = false)
public class TelemetryWiring {

    private static final String MANAGEMENT = "/actuator";

    @Bean
    Telemetry telemetry(
            MeterRegistry meters, OpenTelemetry spans, ObjectProvider<SpanExporter> exporters) {
        return exporters.stream().findAny().isPresent()
                ? Telemetry.of(meters, spans)
                : Telemetry.untraced(meters);
    }

    /** In the place of Spring Boot's own, which exports the messages of exceptions. */
    @Bean
    SpanExporters discreetSpanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(DiscreetSpanExporter::new).toList());
    }

    /** A span of the API has no path: it holds ids of technicians. */
    @Bean
    ServerRequestObservationConvention pathlessRequests() {
        return new PathlessRequests();
    }

    /** Probes and scrapes are no requests that anybody asks about. */
    @Bean
    ObservationPredicate noManagement() {
        return (_, context) ->
                !(context instanceof ServerRequestObservationContext request)
                        || !isOfManagement(request.getCarrier());
    }

    private static boolean isOfManagement(@Nullable HttpServletRequest request) {
        return request != null && request.getRequestURI().startsWith(MANAGEMENT);
    }

    /** Absent where a service was not built by Maven. */
    @Bean
    MeterBinder buildInfo(ObjectProvider<BuildProperties> build) {
        return meters -> build.ifAvailable(it -> BuildInfo.show(it, meters));
    }

    @Bean
    MeterFilter chosenKafkaMeters() {
        return new ChosenKafkaMeters();
    }
}
