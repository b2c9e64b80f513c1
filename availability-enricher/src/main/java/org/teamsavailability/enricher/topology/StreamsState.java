package org.teamsavailability.enricher.topology;

import org.apache.kafka.streams.KafkaStreams.State;

/** How the Streams client is, for probes. Any thread. */
public final class StreamsState {

    private final Runnable broken;
    private volatile State latest = State.CREATED;
    private volatile boolean hasRun;
    private volatile boolean warm;

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

    /** The warm-up has ended, be it with a failure. */
    void warmedUp() {
        warm = true;
    }

    /**
     * Whether requests are answered in time: the client runs, and the warm-up is complete. A
     * rebalance of a running client is no reason to say no.
     */
    public boolean isReady() {
        return warm && isRunning();
    }

    private boolean isRunning() {
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
