package org.teamsavailability.servers.process;

import java.time.Duration;

/**
 * How long a server may take to start. An idle machine needs ten seconds and a busy one many times
 * as long, so this only ends the wait for a server that hangs.
 */
public final class StartTimeout {

    /** The system property that sets it, in seconds. */
    public static final String PROPERTY = "localstack.patience";

    private static final int DEFAULT_SECONDS = 180;

    private StartTimeout() {}

    /** The system property, or three minutes without it. */
    public static Duration get() {
        return Duration.ofSeconds(Integer.getInteger(PROPERTY, DEFAULT_SECONDS));
    }
}
