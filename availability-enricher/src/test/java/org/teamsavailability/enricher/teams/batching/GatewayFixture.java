package org.teamsavailability.enricher.teams.batching;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.TeamRota;
import org.teamsavailability.graph.telemetry.Telemetry;

/** A gateway with a Graph and a time of its own. */
final class GatewayFixture {

    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    static final GraphFailure UNREACHABLE = new GraphFailure.Unreachable(503, "r-1");
    static final GraphFailure TIMED_OUT = new GraphFailure.TimedOut(null, null);
    static final GraphFailure REFUSED = new GraphFailure.Refused(400, "r-2");
    static final GraphFailure NOT_PROVISIONED = new GraphFailure.NotProvisioned(404, "r-3");

    final VirtualTime time = new VirtualTime();
    final FakeGraph graph = new FakeGraph(time);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final InMemorySpanExporter exported = InMemorySpanExporter.create();
    final SdkTracerProvider spans =
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build();
    final MicrosoftTenant contoso = tenant(1);
    final BatchingGateway gateway;

    GatewayFixture() {
        this(GatewaySettings.defaults());
    }

    GatewayFixture(GatewaySettings settings) {
        gateway =
                new BatchingGateway(
                        graph,
                        settings,
                        time,
                        time,
                        new Random(1),
                        new Telemetry(meters, spans.get("test"), true));
    }

    static MicrosoftTenant tenant(int number) {
        return new MicrosoftTenant(MicrosoftCloud.GLOBAL, new UUID(7, number));
    }

    static UUID account(int number) {
        return new UUID(42, number);
    }

    static UUID team(int number) {
        return new UUID(77, number);
    }

    /** Accounts {@code from} to {@code to}, both included. */
    static List<UUID> accounts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(GatewayFixture::account).toList();
    }

    static GraphFailure.Throttled throttled(Instant notBefore) {
        return new GraphFailure.Throttled(429, "r-4", notBefore);
    }

    /** Asks with the usual deadline of 2 s. */
    TeamsRead<UUID, PresenceSignal> ask(Collection<UUID> accounts) {
        return ask(accounts, 2_000);
    }

    TeamsRead<UUID, PresenceSignal> ask(Collection<UUID> accounts, long millis) {
        return gateway.presence(contoso, accounts, time.in(millis), Priority.NOW);
    }

    TeamsRead<UUID, PresenceSignal> askBatched(UUID account) {
        return gateway.presence(contoso, List.of(account), time.in(2_000), Priority.BATCHED);
    }

    TeamsRead<UUID, PresenceSignal> ask(UUID account) {
        return ask(List.of(account));
    }

    TeamsRead<UUID, TeamRota> askRota(UUID... teams) {
        return askRota(List.of(teams), 2_000);
    }

    TeamsRead<UUID, TeamRota> askRota(List<UUID> teams, long millis) {
        return gateway.rota(contoso, teams, MONDAY, MONDAY, time.in(millis));
    }

    double count(String name, String... tags) {
        var counter = meters.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    static boolean isSettled(TeamsRead<?, ?> teamsRead) {
        return teamsRead.settled().toCompletableFuture().isDone();
    }
}
