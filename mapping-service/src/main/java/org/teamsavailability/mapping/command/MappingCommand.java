package org.teamsavailability.mapping.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.teamsavailability.commandline.CommandLines;
import org.teamsavailability.mapping.access.NewApiKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/**
 * The commands of the jar. Results go to standard output, and what went wrong, in one sentence, to
 * standard error. Exit codes: 0 done, 1 failed, 2 asked for in a wrong way.
 */
@Command(
        name = "java -jar mapping-service.jar",
        description = {
            "Without a command, it is the service; arguments such as --name=value are its"
                    + " settings.",
            "The commands take the database from DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = HelpCommand.class)
public final class MappingCommand {

    /** The commands that change nothing. */
    private static final Set<String> READING = Set.of("desks", "check-tenant");

    private final Supplier<ConfigurableApplicationContext> context;
    private final PrintWriter out;
    private final PrintWriter err;

    private MappingCommand(
            Supplier<ConfigurableApplicationContext> context, PrintWriter out, PrintWriter err) {
        this.context = context;
        this.out = out;
        this.err = err;
    }

    /** Whether these arguments are a command; otherwise they are settings of the service. */
    public static boolean isMeantBy(String[] arguments) {
        return CommandLines.isCommand(arguments);
    }

    /** Runs the command; returns the exit code of the process. */
    public static int run(String[] arguments) {
        var out = new PrintWriter(System.out, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        var context =
                READING.contains(arguments[0]) ? CommandContext.reading() : CommandContext.with();
        return run(context, out, err, arguments);
    }

    static int run(
            Supplier<ConfigurableApplicationContext> context,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        var program =
                new CommandLine(new MappingCommand(context, out, err))
                        .addSubcommand(new DesksCommand(context, out, err))
                        .addSubcommand(new CheckTenantCommand(context, out, err));
        return CommandLines.conventional(program)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line))
                .execute(arguments);
    }

    @Command(
            name = "create-desk",
            description =
                    "Makes service desks and prints the first API key of each, this once. It has"
                            + " all scopes.")
    int createDesk(
            @Option(
                            names = "--id",
                            required = true,
                            paramLabel = "ID",
                            converter = DeskId.Converter.class,
                            description =
                                    "1 to 200 characters without / and control characters; several"
                                            + " where it is given again")
                    List<DeskId> ids,
            @Option(
                            names = "--name",
                            defaultValue = "first key",
                            paramLabel = "NAME",
                            converter = KeyName.Converter.class,
                            description = "what the key is for; default: ${DEFAULT-VALUE}")
                    KeyName name) {
        // each at once: if a later desk fails, the keys of those before are not lost
        return run(desks -> ids.forEach(id -> print(desks.create(id, name))));
    }

    @Command(
            name = "create-key",
            description = "Makes another API key of a service desk and prints it, this once.")
    int createKey(
            @Option(
                            names = "--desk",
                            required = true,
                            paramLabel = "ID",
                            converter = DeskId.Converter.class)
                    DeskId desk,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            converter = KeyName.Converter.class,
                            description = "what the key is for, 1 to 100 characters")
                    KeyName name,
            @Option(
                            names = "--scopes",
                            required = true,
                            paramLabel = "SCOPES",
                            converter = Scopes.Converter.class,
                            description =
                                    "what the key may do: read, write, ask or several with commas"
                                            + " between them")
                    Scopes scopes) {
        return run(desks -> print(desks.createKey(desk, name, scopes.all())));
    }

    @Command(
            name = "republish",
            description =
                    "Has the mappings and the connection of a service desk published again, or"
                            + " those of all; the running service does it. Waits until it is"
                            + " done.")
    int republish(
            @Option(
                            names = "--desk",
                            paramLabel = "ID",
                            converter = DeskId.Converter.class,
                            description = "only this one")
                    @Nullable DeskId desk,
            @Option(names = "--no-wait", description = "ends when all is marked to be published")
                    boolean noWait) {
        return run(desks -> {
            out.println(
                    desk == null
                            ? "Service desks to be published again: "
                                    + Counts.text(desks.republishAll())
                            : "Technicians to be published again: "
                                    + Counts.text(desks.republish(desk)));
            if (!noWait) {
                desks.awaitPublication(desk, out::println);
                out.println("All of it is published.");
            }
        });
    }

    @Command(
            name = "delete-desk",
            description =
                    "Deletes a service desk with everything that the database keeps of it, and"
                        + " waits until the running service has taken its connection and its"
                        + " mappings from the topics; run it again to wait for the rest. Nothing"
                        + " brings the desk back.")
    int deleteDesk(
            @Option(
                            names = "--id",
                            required = true,
                            paramLabel = "ID",
                            converter = DeskId.Converter.class)
                    DeskId id,
            @Option(
                            names = "--confirm",
                            paramLabel = "ID",
                            converter = DeskId.Converter.class,
                            description = "the same id once more; without it nothing is deleted")
                    @Nullable DeskId confirmed) {
        if (!id.equals(confirmed)) {
            err.println(
                    "Nothing brings a deleted service desk back, so repeat its id, as in: delete-desk --id \"%s\" --confirm \"%s\""
                            .formatted(id.text(), id.text()));
            return CommandLine.ExitCode.USAGE;
        }
        return run(desks -> {
            out.println(desks.delete(id));
            desks.awaitPublication(id, out::println);
            out.println(
                    "Tombstones for its connection and its mappings are being published;"
                            + " docs/operations/security-and-data.md says what stays.");
        });
    }

    private void print(NewApiKey key) {
        out.println(key.secret().reveal());
    }

    private int run(Consumer<Desks> work) {
        try (var started = context.get()) {
            work.accept(started.getBean(Desks.class));
        }
        return 0;
    }

    private static int failed(Exception failure, CommandLine line) {
        line.getErr().println(Causes.of(failure));
        return 1;
    }
}
