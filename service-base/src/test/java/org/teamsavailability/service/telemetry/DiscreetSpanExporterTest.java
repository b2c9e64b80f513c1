package org.teamsavailability.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

class DiscreetSpanExporterTest {

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider tracing =
            SdkTracerProvider.builder()
                    .addSpanProcessor(
                            SimpleSpanProcessor.create(new DiscreetSpanExporter(exported)))
                    .build();

    @Test
    void keepsTheClassOfAnExceptionAndNothingThatItSays() {
        var span = tracing.get("test").spanBuilder("work").startSpan();
        span.recordException(new IllegalStateException("anna@contoso.example is on holiday"));
        span.setStatus(StatusCode.ERROR, "anna@contoso.example is on holiday");
        span.end();

        var data = exported.getFinishedSpanItems().getFirst();
        assertThat(data.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(data.getEvents().toString()).contains("java.lang.IllegalStateException");
        assertThat(data.getEvents() + data.getStatus().getDescription()).doesNotContain("anna");
    }
}
