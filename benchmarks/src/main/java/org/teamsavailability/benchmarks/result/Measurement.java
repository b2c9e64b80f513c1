package org.teamsavailability.benchmarks.result;

import java.util.Map;

/**
 * One repeat of one trial: a line of the results.
 *
 * @param row its row, as {@code B3}
 * @param variant what of the row; may be empty
 * @param arm the id of its arm
 * @param repeat 1 and more
 * @param command the command that measured it
 * @param at when it ended, as an ISO instant
 * @param loadBefore the load average of the machine before it, which shows other programs
 * @param figures the figures by label
 */
public record Measurement(
        String row,
        String variant,
        String arm,
        int repeat,
        String command,
        String at,
        double loadBefore,
        Map<String, Double> figures) {

    /** What repeats are put together by. */
    public TrialKey key() {
        return new TrialKey(row, variant, arm);
    }
}
