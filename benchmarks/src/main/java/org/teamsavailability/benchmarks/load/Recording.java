package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * When requests were due and how they were answered. Two threads use it: one sends, one receives;
 * it is read when both have ended.
 *
 * <p>An answer is on time when it was decided from Teams and the consumer had it within {@link
 * #ON_TIME} after the moment at which its request was due. That holds for every arm alike.
 */
final class Recording {

    /** The time that the enricher gives an answer by default. */
    static final Duration ON_TIME = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long NEVER = -1;

    private final String run;
    private final long[] due;
    private final int[] desk;
    private final long[] took;
    private final boolean[] fromTeams;
    private volatile int sent;
    private volatile int answered;
    private volatile int duplicates;

    /**
     * @param run what the ids of this run's requests start with
     */
    Recording(String run, int requests) {
        this.run = run;
        due = new long[requests];
        desk = new int[requests];
        took = new long[requests];
        Arrays.fill(took, NEVER);
        fromTeams = new boolean[requests];
    }

    /** Called by the sending thread before it sends. */
    void sending(int number, int ofDesk, long dueAt) {
        due[number] = dueAt;
        desk[number] = ofDesk;
        sent = number + 1;
    }

    /** Called by the receiving thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone writes the counts
    void received(ReceivedAnswer answer) {
        if (!answer.requestId().startsWith(run)) {
            return;
        }
        int number =
                Integer.parseInt(answer.requestId(), run.length(), answer.requestId().length(), 10);
        if (number >= sent) {
            return;
        }
        if (took[number] != NEVER) {
            duplicates++;
            return;
        }
        fromTeams[number] = answer.fromTeams();
        took[number] = Math.max(0, answer.receivedAt() - due[number]);
        answered++;
    }

    int sent() {
        return sent;
    }

    int answered() {
        return answered;
    }

    int duplicates() {
        return duplicates;
    }

    boolean isAnswered(int number) {
        return took[number] != NEVER;
    }

    /** Whether it was answered from Teams and on time. */
    boolean isOnTime(int number) {
        return fromTeams[number] && took[number] != NEVER && took[number] <= ON_TIME.toNanos();
    }

    boolean isFromTeams(int number) {
        return fromTeams[number];
    }

    long dueAt(int number) {
        return due[number];
    }

    /** The latencies of some requests, in microseconds. */
    Latencies latencies(Selection selection) {
        var all = new Histogram(LONGEST.toNanos() / 1000, 3);
        for (int number = 0; number < sent; number++) {
            if (took[number] != NEVER && selection.includes(number, desk[number])) {
                all.recordValue(Math.min(took[number] / 1000, LONGEST.toNanos() / 1000));
            }
        }
        return new Latencies(all);
    }

    /** How many of some requests there are that also fulfil this. */
    int count(Selection selection) {
        int count = 0;
        for (int number = 0; number < sent; number++) {
            if (selection.includes(number, desk[number])) {
                count++;
            }
        }
        return count;
    }

    /** Which requests are meant. */
    @FunctionalInterface
    interface Selection {
        boolean includes(int number, int desk);
    }
}
