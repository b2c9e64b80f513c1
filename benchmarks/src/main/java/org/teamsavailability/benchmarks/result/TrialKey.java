package org.teamsavailability.benchmarks.result;

/**
 * Which trial a measurement belongs to.
 *
 * @param row as {@code B3}
 * @param variant may be empty
 * @param arm the id of the arm
 */
public record TrialKey(String row, String variant, String arm) {

    @Override
    public String toString() {
        return variant.isEmpty() ? arm : "%s, %s".formatted(arm, variant);
    }
}
