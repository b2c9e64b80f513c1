package org.teamsavailability.enricher.teams.batching;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the gateway counts; no tag tells a tenant, a team or an account. */
final class GatewayMeters {

    private final MeterRegistry registry;
    private final Map<ReadKind, Counter> hits;
    private final Map<ReadKind, Counter> joins;
    private final Map<ReadKind, Counter> misses;
    private final Map<ReadKind, Counter> limited;
    private final Map<ReadKind, Counter> droppedRows;
    private final DistributionSummary presenceIds;
    private final Counter badIds;

    GatewayMeters(MeterRegistry registry) {
        this.registry = registry;
        this.hits = lookups("hit");
        this.joins = lookups("join");
        this.misses = lookups("miss");
        this.limited =
                counters(kind ->
                        Counter.builder("teams.gateway.budget.spent")
                                .description("Reads given up because our own budget was spent")
                                .tag("kind", kind.tag())
                                .register(registry));
        this.droppedRows =
                counters(kind ->
                        Counter.builder("teams.gateway.rows.dropped")
                                .description("Rows of Microsoft's responses that cannot be used")
                                .tag("kind", kind.tag())
                                .register(registry));
        this.presenceIds =
                DistributionSummary.builder("teams.gateway.presence.ids")
                        .description("Accounts in one presence call")
                        .register(registry);
        this.badIds =
                Counter.builder("teams.gateway.bad.ids")
                        .description("Accounts that Graph refused alone while it answered others")
                        .register(registry);
    }

    /** Answered from the cache. */
    void hit(ReadKind kind) {
        count(hits, kind);
    }

    /** Coalesced with a read that was already in flight or waiting. */
    void join(ReadKind kind) {
        count(joins, kind);
    }

    /** Needed a new call. */
    void miss(ReadKind kind) {
        count(misses, kind);
    }

    /** Gave up because our own rate limit was reached until the deadline. */
    void rateLimited(ReadKind kind) {
        count(limited, kind);
    }

    /** Rows that cannot be used were left out of a response. */
    void droppedRows(ReadKind kind, int rows) {
        Counter counter = droppedRows.get(kind);
        if (counter != null) {
            counter.increment(rows);
        }
    }

    void badId() {
        badIds.increment();
    }

    void started(ReadKind kind, int keys) {
        if (kind == ReadKind.PRESENCE) {
            presenceIds.record(keys);
        }
    }

    void ended(ReadKind kind, Instant started, Reply<?, ?> reply) {
        Timer.builder("teams.gateway.calls")
                .description("Calls to Microsoft Graph")
                .tag("kind", kind.tag())
                .tag("outcome", reply.outcome())
                .register(registry)
                .record(Duration.between(started, reply.at()));
    }

    /**
     * Shows the state of a workload.
     *
     * @param waiting how many reads wait for their call
     * @param used the highest share of any tenant's rate limit, 0 to 1
     */
    void watch(String workload, Supplier<Number> waiting, Supplier<Number> used) {
        Gauge.builder("teams.gateway.waiting", waiting)
                .description("Reads that wait for their call to start")
                .tag("workload", workload)
                .register(registry);
        Gauge.builder("teams.gateway.budget.used", used)
                .description("Highest share of any tenant's budget of calls that is used, 0 to 1")
                .tag("workload", workload)
                .register(registry);
    }

    private Map<ReadKind, Counter> lookups(String result) {
        return counters(kind ->
                Counter.builder("teams.gateway.lookups")
                        .description("Reads that were wanted, by how they were met")
                        .tag("kind", kind.tag())
                        .tag("result", result)
                        .register(registry));
    }

    private static Map<ReadKind, Counter> counters(Function<ReadKind, Counter> counter) {
        Map<ReadKind, Counter> counters = new EnumMap<>(ReadKind.class);
        for (ReadKind kind : ReadKind.values()) {
            counters.put(kind, counter.apply(kind));
        }
        return counters;
    }

    private static void count(Map<ReadKind, Counter> counters, ReadKind kind) {
        Counter counter = counters.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }
}
