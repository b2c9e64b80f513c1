package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.stage.Requests.request;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RestoredTraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final AttributeKey<Boolean> TAKEN_OVER =
            AttributeKey.booleanKey("teams.taken_over");

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider tracing =
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build();
    private final StageStory story = new StageStory(new RequestTraces(tracing.get("test"), true));

    @Test
    void continuesTheTraceOfARestoredRequest() {
        story.accept(request("r1", "desk", "t1"), traceparent());
        story.crashAndRestart();

        story.dispatches.complete("r1");
        story.advance(Duration.ofMillis(40));

        assertThat(exported.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("candidate-availability send", "dispatch-requested process");
        assertThat(exported.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsOnly(TRACE);
        assertThat(exported.getFinishedSpanItems().getLast().getAttributes().get(TAKEN_OVER))
                .isTrue();
        assertThat(story.lastRecord().headers().lastHeader("traceparent").value())
                .asString(StandardCharsets.UTF_8)
                .startsWith("00-" + TRACE);
    }

    @Test
    void endsTheSpanOfARequestThatAnotherInstanceRestores() {
        story.accept(request("r1", "desk", "t1"), traceparent());

        story.stage.close();

        assertThat(exported.getFinishedSpanItems())
                .extracting(span ->
                        span.getAttributes().get(AttributeKey.booleanKey("teams.abandoned")))
                .containsExactly(true);
    }

    private static RecordHeaders traceparent() {
        var headers = new RecordHeaders();
        headers.add(
                "traceparent",
                ("00-" + TRACE + "-00f067aa0ba902b7-01").getBytes(StandardCharsets.UTF_8));
        return headers;
    }
}
