package org.teamsavailability.enricher.teams.batching;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
    private final Map<ReadKind, CallMeters> calls = new EnumMap<>(ReadKind.class);

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
        CallMeters presence = new CallMeters("presence", registry);
        CallMeters rota = new CallMeters("rota", registry);
        for (ReadKind kind : ReadKind.values()) {
            calls.put(kind, kind == ReadKind.PRESENCE ? presence : rota);
        }
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

    /** A call for these reads starts; to be told before the reads are. */
    <K, R> void started(ReadKind kind, List<SharedRead<K, R>> reads, Instant now) {
        if (kind == ReadKind.PRESENCE) {
            presenceIds.record(reads.size());
        }
        calls(kind).started(reads, now);
    }

    /** The same call is over. */
    void ended(ReadKind kind, Instant started, Reply<?, ?> reply) {
        calls(kind).ended(kind, started, reply);
    }

    /** Shows the state of a workload. */
    void watch(WorkloadState state) {
        new WorkloadGauges(state, registry).register();
    }

    private CallMeters calls(ReadKind kind) {
        return requireNonNull(calls.get(kind));
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
