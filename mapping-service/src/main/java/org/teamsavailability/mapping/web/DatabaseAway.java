package org.teamsavailability.mapping.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.springframework.http.HttpStatus;

/**
 * Tells whether something failed because the database is unavailable or busy, which is no fault of
 * the request.
 */
public final class DatabaseAway {

    private static final String CONNECTION = "08";

    /** It stops, has crashed, starts, or takes no more connections. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    /** It was not given a lock, or not done, in the time that a session has for that. */
    private static final Set<String> BUSY_STATES = Set.of("55P03", "57014");

    private static final int SECONDS = 5;

    private DatabaseAway() {}

    /** The problem of it; null where it is another failure. */
    public static @Nullable Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (isBusy(sql)) {
                    return busy();
                }
                if (isAway(sql)) {
                    return away();
                }
            }
        }
        return null;
    }

    /** Says in the log what failed, and which of the two it was. */
    public static void log(Logger log, String what, Problem problem) {
        log.atWarn().setMessage(what).addKeyValue("why", problem.body().getTitle()).log();
    }

    private static Problem away() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-unavailable",
                        "The database is unavailable",
                        "It is not your request, and nothing was changed unless the connection broke at the very end: try again in %d s."
                                .formatted(SECONDS))
                .retryAfter(SECONDS);
    }

    private static Problem busy() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-busy",
                        "The database is busy",
                        "Other requests use all connections to the database, or what this one needs of it. Nothing was changed: try again in %d s."
                                .formatted(SECONDS))
                .retryAfter(SECONDS);
    }

    /**
     * The pool gives the last failure to connect as the cause of its own; where there is none, the
     * database is there and all connections are in use.
     */
    private static boolean isBusy(SQLException failure) {
        return (failure instanceof SQLTransientConnectionException && failure.getCause() == null)
                || BUSY_STATES.contains(String.valueOf(failure.getSQLState()));
    }

    private static boolean isAway(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith(CONNECTION) || STATES.contains(state)));
    }
}
