package org.teamsavailability.benchmarks.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.arm.ArmMain;
import org.teamsavailability.benchmarks.arm.ArmSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The process of an arm, which a run starts. */
@Command(name = "arm", hidden = true, description = "Answers requests as one arm does.")
final class ArmCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARM", description = "the id of the arm")
    private String arm = "";

    @Option(names = "--kafka", description = "the broker")
    private String kafka = "";

    @Option(names = "--registry", description = "the schema registry's URL")
    private String registry = "";

    @Option(names = "--simulator", description = "the simulator's URL")
    private String simulator = "";

    @Option(names = "--prefix", description = "the prefix of the topics")
    private String prefix = "";

    @Option(names = "--group", description = "the consumer group")
    private String group = "";

    @Option(names = "--state", description = "where state is kept")
    private Path state = Path.of("");

    @Option(names = "--ready", description = "the file that is made when the arm is ready")
    private Path ready = Path.of("");

    @Option(names = "--presence-age", description = "in milliseconds")
    private long presenceAge;

    @Override
    public Integer call() throws InterruptedException {
        var chosen = Arm.of(arm);
        if (chosen == Arm.PASS_THROUGH) {
            ArmMain.runPassThrough();
        } else {
            ArmMain.runPeer(
                    chosen,
                    new ArmSettings(
                            kafka,
                            registry,
                            simulator,
                            prefix,
                            group,
                            state,
                            ready,
                            Duration.ofMillis(presenceAge)));
        }
        return CommandLine.ExitCode.OK;
    }
}
