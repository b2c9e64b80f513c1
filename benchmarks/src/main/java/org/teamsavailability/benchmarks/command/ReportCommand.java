package org.teamsavailability.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.report.Machine;
import org.teamsavailability.benchmarks.report.Plot;
import org.teamsavailability.benchmarks.report.ResultsPage;
import org.teamsavailability.benchmarks.result.Expectations;
import org.teamsavailability.benchmarks.result.Results;
import org.teamsavailability.benchmarks.server.Home;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes RESULTS.md and its plot. */
@Command(
        name = "report",
        description = "Writes RESULTS.md and results.svg from what was measured on this machine.")
final class ReportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "the measurements; target/results.jsonl without it")
    private @Nullable Path from;

    @Option(
            names = "--to",
            paramLabel = "DIRECTORY",
            description = "where the files go; the folder of the module without it")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
        var home = Home.ofThisProcess();
        var results = Results.read(from == null ? home.results() : from);
        var directory = to == null ? home.module() : to;
        var expectations = Expectations.read(home.expectations());
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve("RESULTS.md"),
                new ResultsPage(results, expectations, Machine.ofThisProcess()).text());
        Files.writeString(directory.resolve(ResultsPage.PLOT), Plot.of(results));
        spec.commandLine().getOut().println("Written: " + directory.resolve("RESULTS.md"));
        return CommandLine.ExitCode.OK;
    }
}
