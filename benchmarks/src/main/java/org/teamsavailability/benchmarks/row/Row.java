package org.teamsavailability.benchmarks.row;

import java.util.List;

/** A row of the benchmarks: a question, and the trials that answer it. */
public interface Row {

    /** As {@code B3}. */
    String id();

    /** As {@code latency-floor}. */
    String name();

    /** What is done, in a sentence. */
    String work();

    /** In the order in which each repeat goes through them. */
    List<Trial> trials(Scale scale);
}
