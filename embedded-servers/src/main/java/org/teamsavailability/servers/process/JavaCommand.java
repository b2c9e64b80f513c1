package org.teamsavailability.servers.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a Java program is started with the Java of this process. The programs live for a few minutes
 * at most, so they get the collector and the compiler that need the least CPU time.
 */
public final class JavaCommand {

    private static final String COLLECTOR = "-XX:+UseSerialGC";

    /** The variables that every JVM reads options from. */
    private static final List<String> VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final Pattern CHOSEN_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC\\b");

    private JavaCommand() {}

    /** The program {@code java} of this process, with these arguments. */
    public static List<String> of(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(shortLived(System.getenv()));
        command.addAll(arguments);
        return command;
    }

    /** A JVM that is told two collectors ends: where the user has chosen one, it is that one. */
    static List<String> shortLived(Map<String, String> environment) {
        var chosen =
                VARIABLES.stream()
                        .map(name -> environment.getOrDefault(name, ""))
                        .anyMatch(options -> CHOSEN_COLLECTOR.matcher(options).find());
        var compiler = "-XX:TieredStopAtLevel=1";
        return chosen ? List.of(compiler) : List.of(COLLECTOR, compiler);
    }

    /** The same for an executable jar. */
    public static List<String> ofJar(List<String> options, Path jar) {
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", jar.toString()));
        return of(arguments);
    }
}
