package org.teamsavailability.mapping.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/**
 * The routes whose calls wait for an answer of the enricher. They have limits of their own: many
 * calls may wait at a time, because a call that waits costs next to nothing.
 */
public final class AskRoutes {

    /** Where requests are sent and read. */
    public static final String PATH = "/public-api/availability-requests";

    private AskRoutes() {}

    /** Whether the request goes to one of them. */
    public static boolean isOne(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /**
     * The problem that too many calls wait.
     *
     * @param most how many may wait at a time
     * @param ofDesk whether this is the limit of one service desk, or else of the instance
     */
    public static Problem tooManyWaiting(int most, boolean ofDesk) {
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-waiting",
                        "Too many calls wait for an answer",
                        "%s has %,d calls that wait, which is the limit. Wait for their responses, or try again in 1 s."
                                .formatted(
                                        ofDesk
                                                ? "This service desk"
                                                : "This instance of the service",
                                        most))
                .retryAfter(1);
    }
}
