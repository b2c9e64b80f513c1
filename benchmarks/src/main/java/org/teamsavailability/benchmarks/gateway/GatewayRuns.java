package org.teamsavailability.benchmarks.gateway;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one of {@link GatewayBenchmark}'s methods in JMH. */
public final class GatewayRuns {

    private GatewayRuns() {}

    /**
     * The mean time of one read in nanoseconds.
     *
     * @param method {@code hit}, {@code join} or {@code miss}
     * @param quick whether it runs for a moment in this process, not in one of its own
     * @throws IllegalStateException if JMH gives up
     */
    public static double nanos(String method, boolean quick) {
        var time = TimeValue.milliseconds(quick ? 100 : 1_000);
        var options =
                new OptionsBuilder()
                        .include(
                                "^%s\\.%s$"
                                        .formatted(
                                                GatewayBenchmark.class
                                                        .getName()
                                                        .replace(".", "\\."),
                                                method))
                        .forks(quick ? 0 : 1)
                        .warmupIterations(quick ? 1 : 5)
                        .warmupTime(time)
                        .measurementIterations(quick ? 1 : 5)
                        .measurementTime(time)
                        .jvmArgsAppend(
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "--sun-misc-unsafe-memory-access=allow")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH has not measured " + method, e);
        }
    }
}
