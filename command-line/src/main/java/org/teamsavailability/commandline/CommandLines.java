package org.teamsavailability.commandline;

import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Gives a program the habits that all commands here share: {@code --help} and {@code --version} at
 * every command, help of at most 80 columns, and one line that says what is wrong with arguments.
 */
public final class CommandLines {

    /** How wide a line of help may be. */
    public static final int COLUMNS = 80;

    private CommandLines() {}

    /** Applies them to a program and to all the commands that it has by now. */
    public static CommandLine conventional(CommandLine program) {
        complete(program);
        return program.setUsageHelpWidth(COLUMNS)
                .setParameterExceptionHandler((wrong, _) -> {
                    wrong.getCommandLine().getErr().println(hint(wrong));
                    return CommandLine.ExitCode.USAGE;
                });
    }

    private static void complete(CommandLine command) {
        var spec = command.getCommandSpec();
        spec.versionProvider(new BuildVersion());
        add(
                spec,
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("prints this")
                        .build());
        add(
                spec,
                OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("prints the version and the commit of the build")
                        .build());
        command.getSubcommands().values().forEach(CommandLines::complete);
    }

    private static void add(CommandSpec spec, OptionSpec option) {
        if (spec.findOption(option.longestName()) == null) {
            spec.addOption(option);
        }
    }

    /**
     * Whether a jar's arguments are for a command; otherwise they are settings of its service, of
     * the form {@code --name=value}.
     */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0 && !isSetting(arguments[0]);
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--")
                && (argument.contains("=")
                        || argument.equals("--debug")
                        || argument.equals("--trace"));
    }

    /** What is wrong with the arguments, in one line with the way out. */
    public static String hint(ParameterException wrong) {
        var spec = wrong.getCommandLine().getCommandSpec();
        if (wrong instanceof UnmatchedArgumentException unknown) {
            var allowed = new TreeSet<String>(spec.subcommands().keySet());
            spec.options().stream()
                    .filter(option -> !option.hidden())
                    .map(OptionSpec::longestName)
                    .forEach(allowed::add);
            return "'%s' is not known here, allowed: %s"
                    .formatted(unknown.getUnmatched().getFirst(), String.join(", ", allowed));
        }
        return "%s; `%s --help` says what is allowed"
                .formatted(
                        String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""),
                        spec.qualifiedName());
    }
}
