package org.teamsavailability.benchmarks.result;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.arm.Arm;

/**
 * What was expected of a figure before it was measured. With another trial to compare with, the
 * bounds hold for the ratio of the medians, or for their difference.
 *
 * @param row as {@code B3}
 * @param arm the id of the arm
 * @param variant of the row; null or empty where it has none
 * @param figure the label of the figure
 * @param atLeast the least that is expected; null where there is no least
 * @param atMost the most that is expected; null where there is no most
 * @param timesArm the arm of the trial to compare with; null for the same
 * @param timesVariant the variant of the trial to compare with; null for the same
 * @param timesFigure the label of the figure to compare with; null for the same
 * @param aboveVariant the variant of the trial whose median is taken away before the bounds are
 *     looked at; null where the ratio or the figure itself is judged
 * @param why what the expectation comes from
 */
public record Expectation(
        String row,
        String arm,
        @Nullable String variant,
        String figure,
        @Nullable Double atLeast,
        @Nullable Double atMost,
        @Nullable String timesArm,
        @Nullable String timesVariant,
        @Nullable String timesFigure,
        @Nullable String aboveVariant,
        @Nullable String why) {

    /** What came of it. */
    public enum Outcome {
        MET("as expected"),
        MISSED("not as expected"),
        SPREAD("the repeats spread by more than ±10 %"),
        OPEN("not measured yet");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public Expectation {
        Arm.of(arm);
        Figure.of(figure);
        if (timesArm != null) {
            Arm.of(timesArm);
        }
        if (timesFigure != null) {
            Figure.of(timesFigure);
        }
        if (atLeast == null && atMost == null) {
            throw new IllegalArgumentException(
                    "%s %s %s expects nothing. Give atLeast or atMost."
                            .formatted(row, arm, figure));
        }
        if (aboveVariant != null
                && (timesArm != null || timesVariant != null || timesFigure != null)) {
            throw new IllegalArgumentException(
                    "%s %s %s expects a ratio and a difference. Give aboveVariant or times…."
                            .formatted(row, arm, figure));
        }
    }

    /** The trial that is judged. */
    public TrialKey trial() {
        return new TrialKey(row, variant == null ? "" : variant, arm);
    }

    /** The median, or the ratio or difference of the medians; null where one is missing. */
    public @Nullable Double measured(Results results) {
        var own = results.find(trial(), figure);
        if (own.isEmpty()) {
            return null;
        }
        var reference = reference();
        if (reference.isEmpty()) {
            return own.get().median();
        }
        return results.find(reference.get(), otherFigure())
                .map(other -> compared(own.get().median(), other.median()))
                .orElse(null);
    }

    private double compared(double own, double other) {
        return aboveVariant == null ? own / other : own - other;
    }

    public Outcome outcome(Results results) {
        var value = measured(results);
        if (value == null) {
            return Outcome.OPEN;
        }
        boolean quotable =
                isQuotable(results, trial(), figure)
                        && reference()
                                .map(other -> isQuotable(results, other, otherFigure()))
                                .orElse(true);
        if (!quotable) {
            return Outcome.SPREAD;
        }
        boolean enough = atLeast == null || value >= atLeast;
        boolean little = atMost == null || value <= atMost;
        return enough && little ? Outcome.MET : Outcome.MISSED;
    }

    /** As {@code at least 100 × naive} or {@code at most 15 more than ours, quiet}. */
    public String text() {
        var text = new StringBuilder();
        if (atLeast != null) {
            text.append("at least ").append(Summary.number(atLeast));
        }
        if (atMost != null) {
            text.append(atLeast == null ? "at most " : ", at most ");
            text.append(Summary.number(atMost));
        }
        var than = aboveVariant == null ? " × " : " more than ";
        reference().ifPresent(other -> text.append(than).append(other));
        if (timesFigure != null) {
            text.append(", ").append(timesFigure);
        }
        return text.toString();
    }

    /** The trial to compare with, where there is one. */
    public Optional<TrialKey> reference() {
        if (aboveVariant != null) {
            return Optional.of(new TrialKey(row, aboveVariant, arm));
        }
        if (timesArm == null && timesVariant == null && timesFigure == null) {
            return Optional.empty();
        }
        var ofVariant = timesVariant == null ? trial().variant() : timesVariant;
        return Optional.of(new TrialKey(row, ofVariant, timesArm == null ? arm : timesArm));
    }

    private String otherFigure() {
        return timesFigure == null ? figure : timesFigure;
    }

    private static boolean isQuotable(Results results, TrialKey trial, String figure) {
        return results.find(trial, figure).map(Summary::isQuotable).orElse(false);
    }
}
