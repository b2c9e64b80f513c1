package org.teamsavailability.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;

/** How many calls over HTTP ended with which status. For any thread. */
public final class Statuses {

    /** The response has the answer. */
    public static final int ANSWERED = 200;

    /** The answer did not come while the call waited. */
    public static final int OPEN = 202;

    /** Too many calls waited. */
    public static final int REFUSED = 429;

    private static final int NO_RESPONSE = 0;

    private final Map<Integer, Integer> counts = new TreeMap<>();

    synchronized void count(int status) {
        counts.merge(status, 1, Integer::sum);
    }

    /** A call whose connection broke. */
    void countNoResponse() {
        count(NO_RESPONSE);
    }

    public synchronized int of(int status) {
        return counts.getOrDefault(status, 0);
    }

    /** How many calls ended with another status than the three, or without a response. */
    public int failed() {
        return all() - of(ANSWERED) - of(OPEN) - of(REFUSED);
    }

    /** How many calls ended without an answer. */
    int withoutAnswer() {
        return all() - of(ANSWERED);
    }

    private synchronized int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
