package org.teamsavailability.localstack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.logging.LogManager;
import org.teamsavailability.localstack.command.Commands;

/** The program behind {@code ./quickstart}. */
public final class Quickstart {

    private Quickstart() {}

    /** Ends with the exit code that {@code ./quickstart help} lists. */
    public static void main(String[] arguments) {
        System.exit(commands().run(arguments));
    }

    static Commands commands() {
        LogManager.getLogManager().reset(); // Apicurio's client logs each look-up there
        return new Commands(
                System.getenv(),
                Clock.systemUTC(),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err));
    }

    /** Answers hold characters that the platform's default encoding may lack. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
