package org.teamsavailability.servers.process;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A server did not start, or has ended. The message names it, says what happened and ends with the
 * last lines of its log.
 */
public final class ServerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern PORT_TAKEN =
            Pattern.compile(
                    "Address already in use|was already in use|BindException|[Ff]ailed to"
                            + " bind|could not bind");

    /** What happened to it. */
    public enum Kind {
        /** It ended while it was starting. */
        ENDED,
        /** It still starts, and has had all the time that it may take. */
        SLOW,
        /** It had started, and ended later. */
        GONE
    }

    private final String server;
    private final Kind kind;
    private final boolean portTaken;

    private ServerFailedException(String server, Kind kind, String message, boolean portTaken) {
        super(message);
        this.server = server;
        this.kind = kind;
        this.portTaken = portTaken;
    }

    /** One in this process that cannot listen on its port. */
    public static ServerFailedException cannotListen(String server, String why) {
        return new ServerFailedException(server, Kind.ENDED, server + ": " + why, true);
    }

    /** One whose process ended before it was ready. */
    public static ServerFailedException ended(String server, int exitCode, List<String> lastLines) {
        return new ServerFailedException(
                server,
                Kind.ENDED,
                message(
                        server,
                        "ended while it was starting, with exit code " + exitCode,
                        lastLines),
                lastLines.stream().anyMatch(line -> PORT_TAKEN.matcher(line).find()));
    }

    /** One whose process runs, and which is not ready in time. */
    public static ServerFailedException slow(
            String server, Duration within, List<String> lastLines) {
        return new ServerFailedException(
                server,
                Kind.SLOW,
                message(server, "was not ready within " + within.toSeconds() + " s", lastLines),
                false);
    }

    static ServerFailedException gone(String server, int exitCode, List<String> lastLines) {
        return new ServerFailedException(
                server,
                Kind.GONE,
                message(server, "has ended, with exit code " + exitCode, lastLines),
                false);
    }

    private static String message(String server, String what, List<String> lastLines) {
        return server
                + " "
                + what
                + (lastLines.isEmpty()
                        ? ". It wrote nothing."
                        : ". Its last lines:\n  " + String.join("\n  ", lastLines));
    }

    /** What people call it. */
    public String server() {
        return server;
    }

    /** What happened to it. */
    public Kind kind() {
        return kind;
    }

    /** Whether another program listens on its port: on other ports it may start. */
    public boolean portTaken() {
        return portTaken;
    }
}
