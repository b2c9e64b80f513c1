package org.teamsavailability.benchmarks.result;

import java.util.Arrays;

/** What rows measure. */
public enum Figure {
    /** Answers from Teams a second that the consumer had within 2 s of the due moment. */
    ON_TIME("on time/s"),
    /** The same while twice the best rate is offered. */
    ON_TIME_AT_TWICE("on time/s at twice the rate"),
    /** The most an arm can give: its concurrency by the time that Graph takes. */
    MOST_POSSIBLE("concurrency by latency/s"),
    /** Requests that were not answered from Teams within 2 s. */
    NOT_ON_TIME("not on time"),
    /** Latency of answers from Teams. */
    P50("p50 ms"),
    P99("p99 ms"),
    P999("p99.9 ms"),
    /** The same without the time that Graph takes. */
    P50_ABOVE_GRAPH("p50 above Graph ms"),
    P99_ABOVE_GRAPH("p99 above Graph ms"),
    /** CPU seconds of the arm's process for a thousand answers. */
    CPU("CPU-s per 1,000 answers"),
    /** The same of the mapping-service, where requests come over HTTP. */
    HTTP_CPU("mapping-service CPU-s per 1,000 answers"),
    /** The most calls over HTTP that waited at a moment, as the mapping-service counts them. */
    WAITING("calls waiting"),
    /** Calls over HTTP that got the answer. */
    RESPONSES_200("responses 200"),
    /** Calls over HTTP that ended before the answer came. */
    RESPONSES_202("responses 202"),
    /** Calls over HTTP that were refused because too many waited. */
    RESPONSES_429("responses 429"),
    /** Calls over HTTP that ended in another way. */
    CALLS_FAILED("calls failed"),
    /** Calls of Graph, those for tokens left out. */
    CALLS("Graph calls per answer"),
    /** How many calls Graph answered with 429. */
    THROTTLED("429s"),
    /** Further answers to requests that had one. */
    DUPLICATES("duplicates"),
    /** How far the generator was behind its rate at the end. */
    BEHIND("generator behind ms"),
    /** Latency of the desks that are not noisy. */
    OTHERS_P99("others' p99 ms"),
    OTHERS_NOT_ON_TIME("others not on time"),
    /** How far after the deadline the slowest answers came. */
    AFTER_DEADLINE("p99.9 after the deadline ms"),
    /** How long after the end of an outage the last request was due that was not on time. */
    NORMAL_AFTER("normal again after s"),
    READY("ready after s"),
    FIRST_ANSWER("first answer after ms"),
    FIRST_SECOND_P99("p99 of the first second ms"),
    GRAPH_CALLS("Graph calls"),
    RECORDS("records written"),
    /** CPU time of the arm by the time that passed, in percent of one core. */
    CPU_SHARE("% of a core"),
    NANOS("ns");

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    /** As it is written in results and expectations. */
    public String label() {
        return label;
    }

    /**
     * The figure with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Figure of(String label) {
        return Arrays.stream(values())
                .filter(figure -> figure.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no figure " + label));
    }
}
