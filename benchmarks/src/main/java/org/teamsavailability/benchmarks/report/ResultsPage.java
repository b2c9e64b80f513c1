package org.teamsavailability.benchmarks.report;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.teamsavailability.benchmarks.result.Expectation;
import org.teamsavailability.benchmarks.result.Expectations;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Measurement;
import org.teamsavailability.benchmarks.result.Results;
import org.teamsavailability.benchmarks.result.Summary;
import org.teamsavailability.benchmarks.result.TrialKey;
import org.teamsavailability.benchmarks.row.Row;
import org.teamsavailability.benchmarks.row.Rows;

/** Writes RESULTS.md: what was expected, what was measured, and what must not be quoted. */
public final class ResultsPage {

    /** The file of the plot, next to the page. */
    public static final String PLOT = "results.svg";

    /** What a measurement may be above an arm's bound, for the clocks of two processes. */
    private static final double TOLERANCE = 1.05;

    private final Results results;
    private final Expectations expectations;
    private final Machine machine;

    public ResultsPage(Results results, Expectations expectations, Machine machine) {
        this.results = results;
        this.expectations = expectations;
        this.machine = machine;
    }

    /** The whole page. */
    public String text() {
        var page = new StringBuilder();
        page.append(
                """
                # Results

                `./benchmarks/run report` writes this page. [README.md](README.md) explains rows, arms and conditions.

                """);
        page.append(conditions());
        page.append(
                """

                A figure is the median of its repeats, with the lowest and the highest behind it. All arms ran on one machine, so ratios count; absolute figures say little about another machine.

                * † The repeats spread by more than ±10 %. Do not quote the figure.
                * ‡ The figure is higher than the arm's concurrency divided by Graph's latency. Do not believe it.

                """);
        page.append("![Answers a second and latency of each arm](%s)%n%n".formatted(PLOT));
        page.append(expectations());
        Rows.ALL.forEach(row -> page.append(section(row)));
        return page.toString();
    }

    private String conditions() {
        if (results.isEmpty()) {
            return "Nothing has been measured yet.\n";
        }
        var all = results.all();
        var commands = all.stream().map(Measurement::command).distinct().collect(joining("`, `"));
        var first = all.stream().map(Measurement::at).min(String::compareTo).orElseThrow();
        var last = all.stream().map(Measurement::at).max(String::compareTo).orElseThrow();
        return """
        | | |
        |---|---|
        | command | `%s` |
        | from | %s |
        | to | %s |
        | machine | %s |
        """
                .formatted(commands, first, last, machine.text());
    }

    private String expectations() {
        var rows = expectations.expected().stream().map(this::expectation).collect(joining());
        return """
        ## Expected and measured

        [expected.yaml](expected.yaml) was written before the measurement.

        | row | of | figure | expected | measured | outcome |
        |---|---|---|---|---|---|
        %s
        """
                .formatted(rows);
    }

    private String expectation(Expectation expectation) {
        var measured = expectation.measured(results);
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        expectation.row(),
                        expectation.trial(),
                        expectation.figure(),
                        expectation.text(),
                        measured == null ? "" : Summary.number(measured),
                        expectation.outcome(results).text());
    }

    private String section(Row row) {
        var head = "## %s `%s`%n%n%s.%n%n".formatted(row.id(), row.name(), row.work());
        var trials = results.ofRow(row.id());
        if (trials.isEmpty()) {
            return head + "Not measured yet.\n\n";
        }
        Set<String> labels = new LinkedHashSet<>();
        for (var figure : Figure.values()) {
            if (trials.values().stream().anyMatch(of -> of.containsKey(figure.label()))) {
                labels.add(figure.label());
            }
        }
        return head
                + line(Stream.concat(Stream.of("arm", "repeats"), labels.stream()))
                + line(Stream.concat(Stream.of("---", "---"), labels.stream().map(_ -> "---")))
                + trials.entrySet().stream()
                        .map(trial -> line(cells(trial.getKey(), trial.getValue(), labels)))
                        .collect(joining())
                + "\n";
    }

    private static Stream<String> cells(
            TrialKey trial, Map<String, Summary> figures, Set<String> labels) {
        var repeats = figures.values().stream().mapToInt(Summary::repeats).max().orElse(0);
        var values =
                labels.stream()
                        .map(label -> {
                            var summary = figures.get(label);
                            return summary == null
                                    ? ""
                                    : summary + (isBeyondBound(label, figures) ? " ‡" : "");
                        });
        return Stream.concat(Stream.of(trial.toString(), Integer.toString(repeats)), values);
    }

    private static boolean isBeyondBound(String label, Map<String, Summary> figures) {
        var bound = figures.get(Figure.MOST_POSSIBLE.label());
        var rate = figures.get(Figure.ON_TIME.label());
        return label.equals(Figure.ON_TIME.label())
                && bound != null
                && rate != null
                && rate.median() > TOLERANCE * bound.median();
    }

    private static String line(Stream<String> cells) {
        return cells.collect(joining(" | ", "| ", " |\n"));
    }
}
