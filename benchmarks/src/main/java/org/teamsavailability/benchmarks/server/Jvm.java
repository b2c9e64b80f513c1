package org.teamsavailability.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.servers.process.JavaCommand;

/**
 * Starts every process of a run with the same options: the serial collector, the heap that is named
 * and both compilers. A quick run leaves the second compiler out, because it ends before that pays.
 *
 * @param quick whether the run is a quick one
 */
record Jvm(boolean quick) {

    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    /** Warnings alone: an arm must not spend its time on its log. */
    private static final String LOGGING = "-Dlogback.configurationFile=logback-benchmarks.xml";

    /** A program of this process's class path, which the variable {@code CLASSPATH} hands on. */
    List<String> program(String heap, String mainClass, List<String> arguments) {
        var all = options(heap);
        all.add(LOGGING);
        all.add(mainClass);
        all.addAll(arguments);
        return command(JavaCommand.of(all));
    }

    /** An executable jar. */
    List<String> jar(String heap, String jar, List<String> properties, List<String> arguments) {
        var all = options(heap);
        all.addAll(properties);
        all.add("-jar");
        all.add(jar);
        all.addAll(arguments);
        return command(JavaCommand.of(all));
    }

    /** A command of another module, with this run's compilers. */
    List<String> command(List<String> command) {
        return quick
                ? command
                : command.stream().filter(part -> !part.equals(FIRST_COMPILER_ONLY)).toList();
    }

    private static List<String> options(String heap) {
        return new ArrayList<>(
                List.of(
                        "-Xmx" + heap,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
    }
}
