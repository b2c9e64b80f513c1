package org.teamsavailability.servers.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a Java program is started with the Java of this process. The programs live for a few minutes
 * at most, so they get the collector and the compiler that need the least CPU time.
 */
public final class JavaCommand {

    private static final List<String> SHORT_LIVED =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private JavaCommand() {}

    /** The program {@code java} of this process, with these arguments. */
    public static List<String> of(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(arguments);
        return command;
    }

    /** The same for an executable jar. */
    public static List<String> ofJar(List<String> options, Path jar) {
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", jar.toString()));
        return of(arguments);
    }
}
