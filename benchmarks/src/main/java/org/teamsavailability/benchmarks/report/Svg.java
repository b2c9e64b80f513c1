package org.teamsavailability.benchmarks.report;

import java.util.Locale;

/** Writes a picture of rectangles, lines and texts. For one thread. */
final class Svg {

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    /** A white picture of this size in pixels. */
    Svg(int width, int height) {
        this.width = width;
        this.height = height;
        rectangle(0, 0, width, height, "#ffffff");
    }

    void rectangle(double x, double y, double wide, double high, String colour) {
        add(
                String.format(
                        Locale.ROOT,
                        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>",
                        x,
                        y,
                        wide,
                        high,
                        colour));
    }

    void line(double fromX, double fromY, double toX, double toY, String colour) {
        add(
                String.format(
                        Locale.ROOT,
                        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'/>",
                        fromX,
                        fromY,
                        toX,
                        toY,
                        colour));
    }

    /**
     * @param anchor {@code start}, {@code middle} or {@code end}: which part of the text is at x
     */
    void text(double x, double y, String anchor, int size, String text) {
        add(
                String.format(
                        Locale.ROOT,
                        "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='%d'"
                                + " fill='#24292f'>%s</text>",
                        x,
                        y,
                        anchor,
                        size,
                        escaped(text)));
    }

    /** The file. */
    String file(String title) {
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d' font-family='sans-serif'>
                <title>%s</title>
                %s</svg>
                """,
                width,
                height,
                width,
                height,
                escaped(title),
                body);
    }

    private void add(String element) {
        body.append(element).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
