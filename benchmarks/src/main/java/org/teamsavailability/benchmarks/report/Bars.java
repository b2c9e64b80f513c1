package org.teamsavailability.benchmarks.report;

import java.util.List;
import org.teamsavailability.benchmarks.result.Summary;

/** A panel of horizontal bars on a logarithmic scale. */
final class Bars {

    /**
     * One bar.
     *
     * @param label what it is
     * @param from where it starts; at most the end
     * @param to where it ends; above 0
     * @param text what stands behind it
     * @param ours whether it stands for Teams Availability
     * @param quotable whether the repeats agree; otherwise it is pale
     */
    record Bar(String label, double from, double to, String text, boolean ours, boolean quotable) {}

    static final int BAR = 26;
    static final int HEAD = 48;

    private static final int LABELS = 290;
    private static final int VALUES = 110;
    private static final String OURS = "#0969da";
    private static final String OTHERS = "#8c959f";
    private static final String PALE = "#d0d7de";
    private static final String GRID = "#eaeef2";

    private final String title;
    private final List<Bar> bars;

    Bars(String title, List<Bar> bars) {
        this.title = title;
        this.bars = bars;
    }

    int height() {
        return HEAD + BAR * Math.max(1, bars.size()) + 12;
    }

    /** Draws it over the whole width, from this height on. */
    void draw(Svg svg, int width, int top) {
        svg.text(16, top + 20, "start", 15, title);
        if (bars.isEmpty()) {
            svg.text(16, top + HEAD + 10, "start", 13, "Not measured yet.");
            return;
        }
        double least = Math.pow(10, Math.floor(Math.log10(lowest())));
        double most = Math.pow(10, Math.ceil(Math.log10(highest() * 1.0001)));
        double scale = (width - LABELS - VALUES) / Math.log10(most / least);
        for (double mark = least; mark <= most * 1.001; mark *= 10) {
            double x = LABELS + scale * Math.log10(mark / least);
            svg.line(x, top + HEAD - 8, x, top + height() - 12, GRID);
            svg.text(x, top + HEAD - 12, "middle", 11, Summary.number(mark));
        }
        for (int i = 0; i < bars.size(); i++) {
            draw(svg, bars.get(i), top + HEAD + i * BAR, least, scale);
        }
    }

    private static void draw(Svg svg, Bar bar, double y, double least, double scale) {
        double from = LABELS + scale * Math.log10(Math.max(least, bar.from()) / least);
        double to = LABELS + scale * Math.log10(Math.max(least, bar.to()) / least);
        var colour = !bar.quotable() ? PALE : bar.ours() ? OURS : OTHERS;
        svg.text(LABELS - 8, y + 14, "end", 12, bar.label());
        svg.rectangle(from, y + 2, Math.max(2, to - from), BAR - 10, colour);
        svg.text(Math.max(from + 2, to) + 6, y + 14, "start", 12, bar.text());
    }

    private double lowest() {
        return bars.stream()
                .mapToDouble(bar -> bar.from() > 0 ? bar.from() : bar.to() / 2)
                .min()
                .orElse(1);
    }

    private double highest() {
        return bars.stream().mapToDouble(Bar::to).max().orElse(10);
    }
}
