package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.TeamRota;
import org.teamsavailability.graph.telemetry.Telemetry;

/**
 * The gateway of an instance, shared by all its threads. It has no thread of its own: what it does,
 * it does on the threads of its callers, of the port's completions and of the scheduler.
 */
public final class BatchingGateway implements TeamsGateway {

    private final InstantSource clock;
    private final PresenceWorkload presence;
    private final RotaWorkload rota;
    private final Map<MicrosoftTenant, Consumer<Cooldown>> listeners = new ConcurrentHashMap<>();

    /**
     * @param port never blocks; its stages complete on any thread, and all within bounded time: a
     *     call that is out holds a permit of its tenant
     * @param clock the one that deadlines and read times are on
     * @param random used by several threads at once, as {@link java.util.Random} can be
     * @param telemetry where meters and the spans of calls go
     */
    public BatchingGateway(
            GraphPort port,
            GatewaySettings settings,
            InstantSource clock,
            Scheduler scheduler,
            RandomGenerator random,
            Telemetry telemetry) {
        this.clock = clock;
        var parts =
                new GatewayParts(
                        clock,
                        scheduler,
                        new Backoff(settings.retries(), random),
                        new GatewayMeters(telemetry.meters()),
                        new CallSpans(telemetry));
        presence = new PresenceWorkload(port, settings, parts, this::notifyListener);
        rota = new RotaWorkload(port, settings, parts, this::notifyListener);
    }

    @Override
    public TeamsRead<UUID, PresenceSignal> presence(
            MicrosoftTenant tenant,
            Collection<UUID> accounts,
            Instant deadline,
            Priority priority) {
        return presence.read(tenant, accounts, deadline, priority);
    }

    @Override
    public TeamsRead<UUID, TeamRota> rota(
            MicrosoftTenant tenant,
            Collection<UUID> teams,
            LocalDate windowStart,
            LocalDate windowEnd,
            Instant deadline) {
        return rota.read(tenant, teams, windowStart, windowEnd, deadline);
    }

    @Override
    public void restoreCooldowns(Collection<Cooldown> known) {
        Instant now = clock.instant();
        for (Cooldown cooldown : known) {
            presence.restore(cooldown, now);
            rota.restore(cooldown, now);
        }
    }

    @Override
    public void onCooldown(MicrosoftTenant tenant, Consumer<Cooldown> listener) {
        listeners.put(tenant, listener);
    }

    @Override
    public boolean isBusy(MicrosoftTenant tenant) {
        return presence.isBusy(tenant) || rota.isBusy(tenant);
    }

    private void notifyListener(Cooldown cooldown) {
        Consumer<Cooldown> listener = listeners.get(cooldown.tenant());
        if (listener != null) {
            listener.accept(cooldown);
        }
    }

    /** How many queues have something to do. */
    int busyQueues() {
        return presence.busyQueues() + rota.busyQueues();
    }
}
