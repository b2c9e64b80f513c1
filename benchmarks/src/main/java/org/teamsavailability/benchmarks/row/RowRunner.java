package org.teamsavailability.benchmarks.row;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.teamsavailability.benchmarks.result.Expectation;
import org.teamsavailability.benchmarks.result.Expectations;
import org.teamsavailability.benchmarks.result.Measurement;
import org.teamsavailability.benchmarks.result.Results;
import org.teamsavailability.benchmarks.result.Summary;
import org.teamsavailability.benchmarks.result.TrialKey;

/**
 * Runs rows: says what is expected, repeats the trials one after the other, so that no arm has all
 * its repeats in the same minutes, and says what was measured.
 */
public final class RowRunner {

    private final Scale scale;
    private final int repeats;
    private final String command;
    private final Expectations expectations;
    private final Path results;
    private final PrintWriter out;

    /**
     * @param repeats how often each trial is measured, at least 1
     * @param command what is written next to each measurement
     * @param results the file that measurements are added to
     */
    public RowRunner(
            Scale scale,
            int repeats,
            String command,
            Expectations expectations,
            Path results,
            PrintWriter out) {
        this.scale = scale;
        this.repeats = repeats;
        this.command = command;
        this.expectations = expectations;
        this.results = results;
        this.out = out;
    }

    /**
     * Measures a row. What was measured of it before is replaced.
     *
     * @param bench made when it is first needed
     */
    public void run(Row row, Supplier<Bench> bench) throws InterruptedException {
        var trials = row.trials(scale);
        say("");
        say("%s %s".formatted(row.id(), row.name()));
        say("  " + row.work());
        expectations.ofRow(row.id()).forEach(this::announce);
        Results.forget(results, row.id());
        for (int repeat = 1; repeat <= repeats; repeat++) {
            for (var trial : trials) {
                measure(row, trial, repeat, bench.get());
            }
        }
        report(row);
    }

    private void measure(Row row, Trial trial, int repeat, Bench bench)
            throws InterruptedException {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        long begin = System.nanoTime();
        var figures = trial.measure().on(bench).byLabel();
        var measurement =
                new Measurement(
                        row.id(),
                        trial.variant(),
                        trial.arm().id(),
                        repeat,
                        command,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        load,
                        figures);
        Results.append(results, measurement);
        say(
                "  %d/%d %s (%d s): %s"
                        .formatted(
                                repeat,
                                repeats,
                                measurement.key(),
                                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                                text(figures)));
    }

    private void report(Row row) {
        var all = Results.read(results);
        if (repeats > 1) {
            say("  Medians");
            all.ofRow(row.id()).forEach(this::median);
        }
        if (!scale.quick()) {
            expectations.ofRow(row.id()).forEach(expectation -> judge(expectation, all));
        }
    }

    private void median(TrialKey trial, Map<String, Summary> figures) {
        var text =
                figures.entrySet().stream()
                        .map(of -> of.getKey() + " " + of.getValue())
                        .collect(Collectors.joining(", "));
        say("    %s: %s".formatted(trial, text));
    }

    private void announce(Expectation expectation) {
        say(
                "  expected: %s, %s: %s"
                        .formatted(expectation.trial(), expectation.figure(), expectation.text()));
    }

    private void judge(Expectation expectation, Results all) {
        var measured = expectation.measured(all);
        say(
                "  %s, %s: %s expected, %s measured: %s"
                        .formatted(
                                expectation.trial(),
                                expectation.figure(),
                                expectation.text(),
                                measured == null ? "nothing" : Summary.number(measured),
                                expectation.outcome(all).text()));
    }

    private static String text(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(of -> of.getKey() + " " + Summary.number(of.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
