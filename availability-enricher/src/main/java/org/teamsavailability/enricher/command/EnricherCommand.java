package org.teamsavailability.enricher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.teamsavailability.commandline.CommandLines;
import org.teamsavailability.operations.command.Operations;
import org.teamsavailability.operations.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The jar with a command behind it: one of an installation's, not the service. */
@Command(
        name = "java -jar availability-enricher.jar",
        description = {
            "Without a command, it is the service; arguments such as --name=value are its"
                    + " settings.",
            "With --train it runs synthetic requests without any server and ends: with the option"
                    + " -XX:AOTCacheOutput=FILE Java then keeps what later starts are faster by.",
            "The commands reach Kafka and the schema registry with the service's own variables:"
                    + " KAFKA_…, SCHEMA_REGISTRY_URL, TOPIC_PREFIX, REPLICATION_FACTOR,"
                    + " MIN_INSYNC_REPLICAS.",
            "Exit codes: 0 done, 1 failed, 2 asked for in a wrong way."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = HelpCommand.class)
public final class EnricherCommand {

    private EnricherCommand() {}

    /** Whether these arguments are a command; otherwise they are settings of the service. */
    public static boolean isMeantBy(String[] arguments) {
        return CommandLines.isCommand(arguments);
    }

    /** Runs the command; returns the exit code of the process. */
    public static int run(String[] arguments) {
        var console =
                new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err), Clock.systemUTC());
        try (var settings = new InstallationSettings()) {
            return Operations.in(new CommandLine(new EnricherCommand()), settings, console)
                    .execute(arguments);
        }
    }

    /** Answers hold characters that the platform's default encoding may lack. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
    }
}
