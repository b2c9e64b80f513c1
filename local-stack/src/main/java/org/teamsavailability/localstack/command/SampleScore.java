package org.teamsavailability.localstack.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;

/** How the answers to the samples were: as expected, late, and how fast. */
final class SampleScore {

    private static final double PERCENTILE = 0.95;

    private final List<Duration> times = new ArrayList<>();
    private int asked;
    private int unexpected;
    private int late;

    /**
     * Counts a sample.
     *
     * @param answer null where none came
     * @param showsLateness whether it is late on purpose, and does not count as late
     * @param took from the request to the answer, as the client sees it
     */
    void add(
            @Nullable CandidateAvailability answer,
            boolean showsLateness,
            Duration took,
            List<String> mistakes) {
        asked++;
        unexpected += mistakes.isEmpty() ? 0 : 1;
        if (answer != null) {
            times.add(took);
            late += answer.getLate() && !showsLateness ? 1 : 0;
        }
    }

    /** How many answers were not as expected. */
    int unexpected() {
        return unexpected;
    }

    /** As {@code 25 of 25 answers as expected, 0 late, p95 1.2 s.} */
    String text() {
        return String.format(
                Locale.ROOT,
                "%d of %d answers as expected, %d late, p95 %.1f s.",
                asked - unexpected,
                asked,
                late,
                p95().toMillis() / 1000.0);
    }

    /** The time within which 95 of 100 answers came; nothing where none came. */
    private Duration p95() {
        var sorted = times.stream().sorted().toList();
        return sorted.isEmpty()
                ? Duration.ZERO
                : sorted.get((int) Math.ceil(PERCENTILE * sorted.size()) - 1);
    }
}
