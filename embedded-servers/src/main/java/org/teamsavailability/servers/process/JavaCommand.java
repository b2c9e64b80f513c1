package org.teamsavailability.servers.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a Java program is started with the Java of this process. */
public final class JavaCommand {

    private JavaCommand() {}

    /** The program {@code java} of this process, with these arguments. */
    public static List<String> of(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return command;
    }
}
