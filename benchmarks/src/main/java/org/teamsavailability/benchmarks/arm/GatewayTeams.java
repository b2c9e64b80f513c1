package org.teamsavailability.benchmarks.arm;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.enricher.teams.batching.BatchingGateway;
import org.teamsavailability.enricher.teams.batching.GatewaySettings;
import org.teamsavailability.enricher.teams.batching.Scheduler;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.telemetry.Telemetry;

/** Our gateway in a peer's process: each request's thread waits until its reads have settled. */
final class GatewayTeams implements PeerTeams {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final TeamsGateway gateway;

    GatewayTeams(ArmSettings settings) {
        var simulator = settings.simulator();
        var registration =
                new AppRegistration(
                        "00000000-0000-4000-8000-000000009700",
                        new ClientCredential.Secret("any secret opens the simulator"),
                        URI.create(simulator),
                        URI.create(simulator + "/v1.0"));
        var clock = Clock.systemUTC();
        var graph =
                MicrosoftGraph.connect(
                        new GraphSettings(Map.of(MicrosoftCloud.GLOBAL, registration)), clock);
        var alarms =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("gateway-alarms").daemon().factory());
        alarms.setRemoveOnCancelPolicy(true);
        gateway =
                new BatchingGateway(
                        graph.port(),
                        gatewaySettings(settings.presenceAge()),
                        clock,
                        Scheduler.on(alarms),
                        new Random(),
                        Telemetry.none());
    }

    private static GatewaySettings gatewaySettings(Duration presenceAge) {
        var usual = GatewaySettings.defaults();
        var ages = usual.ages();
        return new GatewaySettings(
                new GatewaySettings.Ages(presenceAge, ages.rota(), ages.schedule(), ages.badId()),
                usual.calls(),
                usual.retries(),
                usual.memory());
    }

    @Override
    public Map<String, String> presences(String tenant, List<String> accounts)
            throws IOException, InterruptedException {
        var read =
                gateway.presence(
                        tenant(tenant),
                        accounts.stream().map(UUID::fromString).toList(),
                        Instant.now().plus(ANSWER_WITHIN),
                        Priority.NOW);
        var presences = new HashMap<String, String>();
        for (var entry : settled(read, accounts.size()).entrySet()) {
            presences.put(
                    entry.getKey().toString(),
                    Objects.requireNonNullElse(entry.getValue().availability(), ""));
        }
        return presences;
    }

    @Override
    public Set<String> onShift(String tenant, String team)
            throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var read =
                gateway.rota(
                        tenant(tenant),
                        List.of(UUID.fromString(team)),
                        today.minusDays(1),
                        today.plusDays(1),
                        Instant.now().plus(ANSWER_WITHIN));
        settled(read, 1);
        return new HashSet<>();
    }

    private static MicrosoftTenant tenant(String id) {
        return new MicrosoftTenant(MicrosoftCloud.GLOBAL, UUID.fromString(id));
    }

    /** Waits; fails where a key was not read. */
    private static <V> Map<UUID, V> settled(TeamsRead<UUID, V> read, int keys)
            throws IOException, InterruptedException {
        try {
            read.settled().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IOException("The reads did not settle", e);
        }
        var values = new HashMap<UUID, V>();
        for (var entry : read.soFar().entrySet()) {
            switch (entry.getValue()) {
                case Outcome.Read<V> known -> values.put(entry.getKey(), known.value());
                case Outcome.Failed<V> failed ->
                        throw new IOException("Not read: " + failed.failure());
            }
        }
        if (values.size() < keys) {
            throw new IOException("Not read in time");
        }
        return values;
    }
}
