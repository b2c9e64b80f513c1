package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.stage.MovableClock;
import org.teamsavailability.enricher.stage.RequestTraces;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.enricher.teams.batching.BatchingGateway;
import org.teamsavailability.enricher.teams.batching.GatewaySettings;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.TeamRota;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.Bounds;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.settings.Timeouts;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;

/** The whole topology with the real way to a simulated Microsoft: one trace from end to end. */
@Tag("slow")
class OneTraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String NOT_SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-00";

    /** In every word that is planted in the request, in the tables and at Microsoft. */
    private static final String CANARY = "Zq7Canary";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();

    @AutoClose
    private final SdkTracerProvider tracing =
            SdkTracerProvider.builder()
                    .setSampler(Sampler.parentBased(Sampler.alwaysOff()))
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build();

    private final Telemetry telemetry =
            new Telemetry(new SimpleMeterRegistry(), tracing.get("test"), true);

    @AutoClose
    private final GraphSimulator microsoft =
            GraphSimulator.start(Dataset.of(), SimulatorSettings.defaults());

    private final List<MicrosoftGraph> opened = new ArrayList<>();
    private final List<CompletionStage<?>> settled = new ArrayList<>();

    @AutoClose
    private final TopologyStory story =
            new TopologyStory(this::gateway, new RequestTraces(telemetry.tracer(), true));

    OneTraceTest() {
        microsoft
                .tenants()
                .put(
                        Tenant.of(TopologyStory.TENANT)
                                .withAccounts(
                                        List.of(
                                                Account.of(
                                                        TopologyStory.account(CANARY + "Anna"),
                                                        "Available",
                                                        CANARY + "Activity"))));
        story.connect(TopologyStory.DESK, ConsentState.GRANTED);
        story.map(TopologyStory.DESK, CANARY + "Anna");
    }

    @AfterEach
    void close() {
        opened.forEach(MicrosoftGraph::close);
    }

    @Test
    void goesFromTheRequestThroughTheCallToTheAnswer() {
        var answer = askSampled();

        assertThat(answer.value().getSource()).isEqualTo(AvailabilitySource.TEAMS);
        assertThat(exported.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder(
                        "dispatch-requested process",
                        "teams.presence",
                        "microsoft token",
                        "microsoft presence",
                        "candidate-availability send");
        assertThat(exported.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsOnly(TRACE);
        assertThat(parentOf("dispatch-requested process")).isEqualTo("00f067aa0ba902b7");
        assertThat(parentOf("teams.presence")).isEqualTo(idOf("dispatch-requested process"));
        assertThat(parentOf("microsoft presence")).isEqualTo(idOf("teams.presence"));
        assertThat(traceparentOf(answer))
                .isEqualTo("00-" + TRACE + "-" + idOf("candidate-availability send") + "-01");
    }

    @Test
    void givesTheFallbacksTheTraceOfTheirAnswer() {
        microsoft.faults().on(TopologyStory.TENANT, Call.TOKEN).aadsts(65_001);

        var answer = askSampled();

        assertThat(story.fallbackRecords())
                .extracting(OneTraceTest::traceparentOf)
                .containsExactly(traceparentOf(answer));
        assertThat(attributes("dispatch-requested process")).contains("CONSENT_REVOKED");
    }

    @Test
    void saysNothingOfWhoOrWhatWasAskedFor() {
        askSampled();

        assertThat(exported.getFinishedSpanItems()).isNotEmpty();
        for (var span : exported.getFinishedSpanItems()) {
            assertThat(span.getName() + span.getAttributes() + span.getEvents() + span.getLinks())
                    .doesNotContain(
                            CANARY,
                            TopologyStory.DESK,
                            TopologyStory.TENANT.toString(),
                            TopologyStory.account(CANARY + "Anna").toString(),
                            "Available",
                            "eyJ",
                            "http://");
        }
    }

    @Test
    void leavesATraceAloneThatItsCallerDoesNotSample() {
        var answer = ask(NOT_SAMPLED);

        assertThat(exported.getFinishedSpanItems()).isEmpty();
        assertThat(traceparentOf(answer)).isEqualTo(NOT_SAMPLED);
    }

    private TestRecord<String, CandidateAvailability> ask(String traceparent) {
        var request =
                DispatchRequested.newBuilder(story.ask(CANARY + "Request", CANARY + "Anna"))
                        .setTicketId(CANARY + "Ticket")
                        .setTeamsAvailability(
                                new TeamsAvailabilitySettings(
                                        true, List.of(), CANARY + " is never on call"))
                        .build();
        story.request(request, header(traceparent));
        assertThat(settled.getLast()).succeedsWithin(PATIENCE);
        var answers = new ArrayList<TestRecord<String, CandidateAvailability>>();
        await().until(() -> {
            story.advance(Duration.ofMillis(5));
            return answers.addAll(story.answers());
        });
        return answers.getFirst();
    }

    /** The same, and the span of the call, which ends after the answer is known, has ended. */
    private TestRecord<String, CandidateAvailability> askSampled() {
        var answer = ask(SAMPLED);
        await().untilAsserted(() ->
                assertThat(exported.getFinishedSpanItems())
                        .extracting(SpanData::getName)
                        .contains("teams.presence"));
        return answer;
    }

    private TeamsGateway gateway(MovableClock clock) {
        var registration =
                new AppRegistration(
                        "client",
                        new ClientCredential.Secret(CANARY + "Secret"),
                        URI.create(microsoft.loginUrl()),
                        URI.create(microsoft.graphUrl()));
        var graph =
                MicrosoftGraph.connect(
                        new GraphSettings(
                                Map.of(MicrosoftCloud.GLOBAL, registration),
                                new Timeouts(PATIENCE, PATIENCE, PATIENCE),
                                Bounds.DEFAULT),
                        clock,
                        telemetry);
        opened.add(graph);
        return settling(
                new BatchingGateway(
                        graph.port(),
                        GatewaySettings.defaults(),
                        clock,
                        (_, _) -> () -> {},
                        new Random(1),
                        telemetry));
    }

    /** Records when each read is settled: time on the story's clock passes only after. */
    private TeamsGateway settling(TeamsGateway gateway) {
        return new TeamsGateway() {
            @Override
            public TeamsRead<UUID, PresenceSignal> presence(
                    MicrosoftTenant tenant,
                    Collection<UUID> accounts,
                    Instant deadline,
                    Priority urgency) {
                return kept(gateway.presence(tenant, accounts, deadline, urgency));
            }

            @Override
            public TeamsRead<UUID, TeamRota> rota(
                    MicrosoftTenant tenant,
                    Collection<UUID> teams,
                    LocalDate windowStart,
                    LocalDate windowEnd,
                    Instant deadline) {
                return kept(gateway.rota(tenant, teams, windowStart, windowEnd, deadline));
            }
        };
    }

    private <V> TeamsRead<UUID, V> kept(TeamsRead<UUID, V> inquiry) {
        settled.add(inquiry.settled());
        return inquiry;
    }

    private String attributes(String name) {
        return span(name).getAttributes().toString();
    }

    private String idOf(String name) {
        return span(name).getSpanId();
    }

    private String parentOf(String name) {
        return span(name).getParentSpanId();
    }

    private SpanData span(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Headers header(String traceparent) {
        var headers = new RecordHeaders();
        headers.add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        return headers;
    }

    private static String traceparentOf(TestRecord<?, ?> record) {
        return new String(
                record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }
}
