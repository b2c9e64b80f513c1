package org.teamsavailability.enricher.topology;

import org.apache.kafka.streams.KafkaStreams.State;

/** How the Streams client is, for probes. Any thread. */
public final class StreamsState {

    private final Runnable broken;
    private volatile State latest = State.CREATED;
    private volatile boolean hasRun;

    /**
     * @param broken called when the client will not run again by itself
     */
    public StreamsState(Runnable broken) {
        this.broken = broken;
    }

    void changed(State now) {
        latest = now;
        hasRun |= now == State.RUNNING;
        if (now == State.ERROR) {
            broken.run();
        }
    }

    /** Whether requests are answered; a rebalance of a running client is no reason to say no. */
    public boolean isReady() {
        return switch (latest) {
            case RUNNING -> true;
            case REBALANCING -> hasRun;
            case CREATED, PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
        };
    }

    /** The client's state by Kafka's name. */
    public String name() {
        return latest.name();
    }
}
