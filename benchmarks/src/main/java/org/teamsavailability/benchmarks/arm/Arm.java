package org.teamsavailability.benchmarks.arm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A way of answering the requests. */
public enum Arm {
    /** The packaged enricher: exactly once, with the gateway. */
    OURS("ours", "Teams Availability", 0),
    /** Our topology with Graph answered from memory: the most that the rest of the way allows. */
    PASS_THROUGH("pass-through", "our topology, Graph answered from memory", 0),
    /** Parallel Consumer with our gateway: tells the runtime's part from that of coalescing. */
    PEER_WITH_GATEWAY("peer-with-gateway", "Parallel Consumer 1,000 with our gateway", 1_000),
    /** Confluent's Parallel Consumer, unordered, at least once, its best. */
    PARALLEL_1000("parallel-1000", "Parallel Consumer 1,000", 1_000),
    /** The same with its usual number of workers. */
    PARALLEL_100("parallel-100", "Parallel Consumer 100", 100),
    /** Kafka Streams with the blocking call in the processor, exactly once. */
    NAIVE("naive", "Streams, blocking call, 8 threads", 8);

    private final String id;
    private final String title;
    private final int concurrency;

    Arm(String id, String title, int concurrency) {
        this.id = id;
        this.title = title;
        this.concurrency = concurrency;
    }

    /** As it is written in results and expectations. */
    public String id() {
        return id;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /**
     * How many requests wait for Graph at once at most; 0 for an arm whose waits hold no thread.
     */
    public int concurrency() {
        return concurrency;
    }

    /** Whether it is the enricher's own Spring application. */
    public boolean isEnricher() {
        return this == OURS || this == PASS_THROUGH;
    }

    /**
     * The most answers a second it can give where each waits this long for Graph: its concurrency
     * by the wait. Null where an answer may need no call of its own, as with our gateway.
     */
    public @Nullable Double mostPerSecond(int graphMillis) {
        boolean waitsEachTime = concurrency > 0 && this != PEER_WITH_GATEWAY;
        return waitsEachTime ? concurrency * 1000.0 / graphMillis : null;
    }

    /**
     * The arm with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Arm of(String id) {
        return Arrays.stream(values())
                .filter(arm -> arm.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no arm " + id));
    }
}
