package org.teamsavailability.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.report.Bars.Bar;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Results;
import org.teamsavailability.benchmarks.result.Summary;
import org.teamsavailability.benchmarks.result.TrialKey;

/** The picture of the results: answers a second, calls within Microsoft's limits, latency. */
public final class Plot {

    private static final int WIDTH = 900;

    private Plot() {}

    /** An SVG file; a panel without measurements says so. */
    public static String of(Results results) {
        var panels =
                List.of(
                        new Bars(
                                "B1: answers on time a second, Graph takes 200 ms",
                                rates(results, "B1")),
                        new Bars(
                                "B2: answers on time a second for one desk, within Microsoft's"
                                        + " limits",
                                rates(results, "B2")),
                        new Bars(
                                "B3: latency from p50 to p99 in ms, Graph's 200 ms included",
                                latencies(results)));
        int height = panels.stream().mapToInt(Bars::height).sum() + 16;
        var svg = new Svg(WIDTH, height);
        int top = 8;
        for (var panel : panels) {
            panel.draw(svg, WIDTH, top);
            top += panel.height();
        }
        return svg.file("Teams Availability next to other ways of doing the same work");
    }

    private static List<Bar> rates(Results results, String row) {
        var bars = new ArrayList<Bar>();
        results.ofRow(row)
                .forEach((trial, figures) -> {
                    var rate = figures.get(Figure.ON_TIME.label());
                    if (rate != null && rate.median() > 0) {
                        bars.add(
                                new Bar(
                                        label(trial),
                                        0,
                                        rate.median(),
                                        marked(Summary.number(rate.median()), rate.isQuotable()),
                                        isOurs(trial),
                                        rate.isQuotable()));
                    }
                });
        bars.sort(Comparator.comparingDouble(Bar::to).reversed());
        return bars;
    }

    private static List<Bar> latencies(Results results) {
        var bars = new ArrayList<Bar>();
        results.ofRow("B3")
                .forEach((trial, figures) -> {
                    var bar = latency(trial, figures);
                    if (bar != null) {
                        bars.add(bar);
                    }
                });
        bars.sort(Comparator.comparing(Bar::label));
        return bars;
    }

    private static @Nullable Bar latency(TrialKey trial, Map<String, Summary> figures) {
        var median = figures.get(Figure.P50.label());
        var slow = figures.get(Figure.P99.label());
        if (median == null || slow == null || median.median() <= 0) {
            return null;
        }
        boolean quotable = median.isQuotable() && slow.isQuotable();
        var text =
                "%s to %s"
                        .formatted(Summary.number(median.median()), Summary.number(slow.median()));
        return new Bar(
                label(trial),
                median.median(),
                slow.median(),
                marked(text, quotable),
                isOurs(trial),
                quotable);
    }

    private static boolean isOurs(TrialKey trial) {
        return trial.arm().equals(Arm.OURS.id());
    }

    private static String label(TrialKey trial) {
        return trial.variant().isEmpty()
                ? Arm.of(trial.arm()).title()
                : "%s: %s".formatted(trial.variant(), trial.arm());
    }

    private static String marked(String text, boolean quotable) {
        return quotable ? text : text + " †";
    }
}
