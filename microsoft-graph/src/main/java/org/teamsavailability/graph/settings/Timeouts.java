package org.teamsavailability.graph.settings;

import java.time.Duration;

/**
 * How long Microsoft may take.
 *
 * @param connect until a connection stands, TLS included
 * @param read between two bytes of a response
 * @param call from the start of one HTTP call to the last byte of its response; no page is asked
 *     for when the whole read has taken so long
 */
public record Timeouts(Duration connect, Duration read, Duration call) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** 2 s, 5 s and 10 s. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    public Timeouts {
        check("connect", connect);
        check("read", read);
        check("call", call);
    }

    private static void check(String name, Duration timeout) {
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The %s timeout of Microsoft Graph is %s: give 1 ms to %s."
                            .formatted(name, timeout, LONGEST));
        }
    }
}
