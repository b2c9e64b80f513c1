package org.teamsavailability.graph.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphFixture;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;

@Tag("slow")
class WatchedRequestsTest {

    private static final UUID TENANT = UUID.fromString("0a0a0a0a-1111-4222-8333-444455556666");
    private static final UUID ACCOUNT = UUID.fromString("0b0b0b0b-1111-4222-8333-444455556666");

    @AutoClose
    private final GraphSimulator microsoft =
            GraphSimulator.start(Dataset.of(), SimulatorSettings.defaults());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @AutoClose
    private final SdkTracerProvider tracing =
            SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();

    @AutoClose
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(
                    GraphFixture.settings(
                            new AppRegistration(
                                    "client",
                                    new ClientCredential.Secret("Zq7Secret"),
                                    URI.create(microsoft.loginUrl()),
                                    URI.create(microsoft.graphUrl()))),
                    GraphFixture.CLOCK,
                    new Telemetry(meters, tracing.get("test"), true));

    WatchedRequestsTest() {
        microsoft
                .tenants()
                .put(
                        Tenant.of(TENANT)
                                .withAccounts(
                                        List.of(Account.of(ACCOUNT, "Zq7Availability", "Away"))));
    }

    @Test
    void timesEachRequestByOperationAndOutcome() {
        read();

        assertThat(requests("token", "ok")).isOne();
        assertThat(requests("presence", "ok")).isOne();
    }

    @Test
    void makesTokenAndReadSpansOfTheTraceThatTheyAreFor() {
        var request = tracing.get("test").spanBuilder("request").startSpan();

        Context.root().with(request).wrap(this::read).run();

        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("microsoft token", "microsoft presence");
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsOnly(request.getSpanContext().getTraceId());
        assertThat(spans.getFinishedSpanItems().toString())
                .doesNotContain(TENANT.toString(), ACCOUNT.toString(), "Zq7", "localhost");
    }

    @Test
    void tellsThrottlingAndFailuresOfOurOwnCredentialsApart() {
        microsoft.faults().on(TENANT, Call.TOKEN).aadsts(7_000_215);

        GraphFixture.failure(graph.port().presences(tenant(), Set.of(ACCOUNT)));

        assertThat(
                        meters.get("teams.graph.token.failures")
                                .tag("cause", "own-credentials-refused")
                                .counter()
                                .count())
                .isOne();
        assertThat(requests("token", "unauthorized")).isOne();
        microsoft.faults().clear();
        microsoft.faults().on(TENANT, Call.PRESENCE).status(429);
        GraphFixture.failure(graph.port().presences(tenant(), Set.of(ACCOUNT)));
        assertThat(requests("presence", "throttled")).isOne();
    }

    private void read() {
        GraphFixture.result(graph.port().presences(tenant(), Set.of(ACCOUNT)));
    }

    private long requests(String operation, String outcome) {
        return meters.get("teams.graph.requests")
                .tags("operation", operation, "outcome", outcome)
                .timer()
                .count();
    }

    private static MicrosoftTenant tenant() {
        return new MicrosoftTenant(MicrosoftCloud.GLOBAL, TENANT);
    }
}
