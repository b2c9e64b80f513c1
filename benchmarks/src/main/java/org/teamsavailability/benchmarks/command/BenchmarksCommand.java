package org.teamsavailability.benchmarks.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.result.Expectations;
import org.teamsavailability.benchmarks.row.Bench;
import org.teamsavailability.benchmarks.row.Row;
import org.teamsavailability.benchmarks.row.RowRunner;
import org.teamsavailability.benchmarks.row.Rows;
import org.teamsavailability.benchmarks.row.Scale;
import org.teamsavailability.benchmarks.server.Home;
import org.teamsavailability.benchmarks.server.Servers;
import org.teamsavailability.commandline.CommandLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures rows. */
@Command(
        name = "./benchmarks/run",
        description = {
            "Measures the rows of benchmarks/README.md: B1 to B12, or all.",
            "It starts a broker, a registry, a simulated Microsoft and one arm at a time, each a"
                    + " process of its own. Nothing else should run on the machine.",
            "Exit codes: 0 measured, 1 failed, 2 wrong arguments."
        },
        subcommands = {ReportCommand.class, ArmCommand.class})
public final class BenchmarksCommand implements Callable<Integer> {

    private static final int USUAL_REPEATS = 5;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ROW", arity = "0..*", description = "as B3, or all")
    private List<String> rows = List.of();

    @Option(
            names = "--repeats",
            paramLabel = "NUMBER",
            description = "how often each trial is measured, at least 1; 5 without it")
    private @Nullable Integer repeats;

    @Option(
            names = "--quick",
            description =
                    "a few seconds for each trial, once: shows that a row works, measures nothing")
    private boolean quick;

    /** The program. */
    public static CommandLine program() {
        return CommandLines.conventional(new CommandLine(new BenchmarksCommand()));
    }

    @Override
    public Integer call() throws InterruptedException {
        int times = repeats == null ? (quick ? 1 : USUAL_REPEATS) : repeats;
        if (rows.isEmpty()) {
            throw wrong("No row is named, allowed: B1 to B12, or all");
        }
        if (times < 1) {
            throw wrong("--repeats is %d, allowed: 1 and more".formatted(times));
        }
        var chosen = chosen();
        var home = Home.ofThisProcess();
        var scale = new Scale(quick);
        var runner =
                new RowRunner(
                        scale,
                        times,
                        command(),
                        Expectations.read(home.expectations()),
                        quick ? home.quickResults() : home.results(),
                        spec.commandLine().getOut());
        try (var bench = new LazyBench(home, scale)) {
            for (var row : chosen) {
                runner.run(row, bench);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private List<Row> chosen() {
        try {
            return Rows.named(rows);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private String command() {
        return String.join(
                " ",
                "./benchmarks/run",
                String.join(" ", rows)
                        + (repeats == null ? "" : " --repeats " + repeats)
                        + (quick ? " --quick" : ""));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** Starts the servers when the first row needs them. */
    private static final class LazyBench implements Supplier<Bench>, AutoCloseable {
        private final Home home;
        private final Scale scale;
        private @Nullable Servers servers;

        LazyBench(Home home, Scale scale) {
            this.home = home;
            this.scale = scale;
        }

        @Override
        public Bench get() {
            if (servers == null) {
                servers = Servers.start(home, scale.quick());
            }
            return new Bench(servers, scale);
        }

        @Override
        public void close() {
            if (servers != null) {
                servers.close();
            }
        }
    }
}
