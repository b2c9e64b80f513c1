package org.teamsavailability.servers.process;

import java.time.Duration;

/**
 * How long a server, or a step with servers, may take. An idle machine needs ten seconds and a busy
 * one many times as long, so this only ends the wait for a server that hangs. Every wait of the
 * local stack takes it from here.
 */
public final class StartTimeout {

    /** The system property that sets it, in seconds; {@code ./quickstart} has a variable for it. */
    public static final String PROPERTY = "localstack.patience";

    private static final int DEFAULT_SECONDS = 300;

    private StartTimeout() {}

    /** The system property, or five minutes without it. */
    public static Duration get() {
        return Duration.ofSeconds(Integer.getInteger(PROPERTY, DEFAULT_SECONDS));
    }
}
