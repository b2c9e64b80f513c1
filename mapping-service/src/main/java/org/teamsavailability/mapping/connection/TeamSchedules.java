package org.teamsavailability.mapping.connection;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.BlockingStrategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * Which Teams of a desk's tenant have a Shifts schedule. Microsoft is asked for what is not known,
 * twice a second for a tenant and once a second for a Team at most, until a request has taken 10 s:
 * the rest is {@link ScheduleStatus#UNKNOWN}, and a later request continues.
 */
public final class TeamSchedules {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);
    private static final Duration PACES_KEPT = Duration.ofHours(1);
    private static final long MOST_TENANTS = 100_000;

    private final Function<String, @Nullable MicrosoftTenant> tenants;
    private final ScheduleReads reads;
    private final ConsentWatch watch;
    private final Clock clock;
    private final ScheduleCache known;
    private final LoadingCache<MicrosoftTenant, SchedulePace> paces;

    /**
     * @param tenants the tenant of a desk that has consented; null where there is none
     */
    public TeamSchedules(
            Function<String, @Nullable MicrosoftTenant> tenants,
            ScheduleReads reads,
            ConsentWatch watch,
            Clock clock) {
        this(tenants, reads, watch, clock, BlockingStrategy.PARKING);
    }

    /**
     * @param pause how a thread waits so many nanoseconds
     */
    TeamSchedules(
            Function<String, @Nullable MicrosoftTenant> tenants,
            ScheduleReads reads,
            ConsentWatch watch,
            Clock clock,
            BlockingStrategy pause) {
        this.tenants = tenants;
        this.reads = reads;
        this.watch = watch;
        this.clock = clock;
        this.known = new ScheduleCache(clock);
        this.paces =
                Caffeine.newBuilder()
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .expireAfterAccess(PACES_KEPT)
                        .maximumSize(MOST_TENANTS)
                        .build(_ -> new SchedulePace(clock, pause));
    }

    /**
     * The schedules of these Teams of the desk's tenant.
     *
     * @throws GraphException where the consent or the permission Schedule.Read.All is missing
     */
    public Map<UUID, ScheduleStatus> of(String serviceDeskId, List<UUID> teams) {
        @Nullable MicrosoftTenant tenant = tenants.apply(serviceDeskId);
        var found = new HashMap<UUID, ScheduleStatus>();
        if (tenant == null || !tenant.cloud().hasShifts()) {
            var all = tenant == null ? ScheduleStatus.UNKNOWN : ScheduleStatus.NONE;
            teams.forEach(it -> found.put(it, all));
            return found;
        }
        var deadline = clock.instant().plus(LONGEST);
        try {
            for (UUID team : teams) {
                found.put(team, status(tenant, team, deadline));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The service stops");
        } catch (GraphException e) {
            watch.refused(serviceDeskId, e.failure());
            throw e;
        }
        return found;
    }

    private ScheduleStatus status(MicrosoftTenant tenant, UUID team, Instant deadline)
            throws InterruptedException {
        var mine = new CompletableFuture<ScheduleStatus>();
        var asked = known.claim(tenant, team, mine);
        if (asked != null) {
            return result(asked, deadline);
        }
        try {
            if (!paces.get(tenant).await(left(deadline))) {
                known.forget(tenant, team, mine);
                mine.complete(ScheduleStatus.UNKNOWN);
                return ScheduleStatus.UNKNOWN;
            }
            var status = read(tenant, team, deadline);
            mine.complete(status);
            return status;
        } finally {
            // what was thrown concerns the tenant: nobody else has to wait for it
            if (!mine.isDone()) {
                known.forget(tenant, team, mine);
                mine.complete(ScheduleStatus.UNKNOWN);
            }
        }
    }

    private ScheduleStatus read(MicrosoftTenant tenant, UUID team, Instant deadline)
            throws InterruptedException {
        try {
            return result(
                    reads.provisioned(tenant, team)
                            .thenApply(it ->
                                    it
                                            ? ScheduleStatus.PROVISIONED
                                            : ScheduleStatus.NOT_PROVISIONED)
                            .toCompletableFuture(),
                    deadline);
        } catch (GraphException e) {
            return failed(tenant, e);
        }
    }

    private ScheduleStatus failed(MicrosoftTenant tenant, GraphException refusal) {
        return switch (refusal.failure()) {
            case GraphFailure.NotProvisioned _ -> ScheduleStatus.NONE;
            case GraphFailure.Throttled it -> {
                paces.get(tenant).close(it.notBefore());
                yield ScheduleStatus.UNKNOWN;
            }
            case GraphFailure.ConsentMissing _,
                    GraphFailure.PermissionMissing _,
                    GraphFailure.OwnCredentialsRefused _ -> {
                paces.get(tenant).close(clock.instant().plus(AFTER_REFUSAL));
                throw refusal;
            }
            case GraphFailure.Unreachable _,
                    GraphFailure.TimedOut _,
                    GraphFailure.Malformed _,
                    GraphFailure.Refused _ ->
                    ScheduleStatus.UNKNOWN;
        };
    }

    private ScheduleStatus result(CompletableFuture<ScheduleStatus> asked, Instant deadline)
            throws InterruptedException {
        try {
            return asked.get(Math.max(0, left(deadline).toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return ScheduleStatus.UNKNOWN;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GraphException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e);
        }
    }

    private Duration left(Instant deadline) {
        return Duration.between(clock.instant(), deadline);
    }
}
