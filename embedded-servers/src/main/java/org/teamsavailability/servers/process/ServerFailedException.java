package org.teamsavailability.servers.process;

import java.util.List;

/** A server did not start; the message ends with the last lines it wrote. */
public final class ServerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerFailedException(String server, String whatHappened, List<String> lastLines) {
        super(message(server, whatHappened, lastLines));
    }

    private static String message(String server, String whatHappened, List<String> lastLines) {
        var message = server + " " + whatHappened;
        return lastLines.isEmpty()
                ? message + " and wrote nothing."
                : message + ". Its last lines:\n  " + String.join("\n  ", lastLines);
    }
}
