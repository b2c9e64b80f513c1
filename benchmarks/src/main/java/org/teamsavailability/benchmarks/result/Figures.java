package org.teamsavailability.benchmarks.result;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one repeat, in the order of {@link Figure}. For one thread. */
public final class Figures {

    private final Map<Figure, Double> values = new EnumMap<>(Figure.class);

    public Figures with(Figure figure, double value) {
        values.put(figure, value);
        return this;
    }

    /** The same for a count. */
    public Figures with(Figure figure, long count) {
        return with(figure, (double) count);
    }

    /** By label, rounded to thousandths. */
    public Map<String, Double> byLabel() {
        var byLabel = new LinkedHashMap<String, Double>();
        values.forEach(
                (figure, value) -> byLabel.put(figure.label(), Math.round(value * 1000) / 1000.0));
        return byLabel;
    }
}
