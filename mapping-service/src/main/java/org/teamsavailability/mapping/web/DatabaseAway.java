package org.teamsavailability.mapping.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Tells whether something failed for want of the database, which is no fault of the request. */
public final class DatabaseAway {

    private static final String CONNECTION = "08";

    /** It stops, has crashed, starts, or takes no more connections. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private static final int SECONDS = 5;

    private DatabaseAway() {}

    /** The problem of it; null where it is another failure. */
    public static @Nullable Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return new Problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "database-unavailable",
                                "The database cannot be asked right now",
                                "It is not your request, and nothing was changed unless the connection broke at the very end: try again in %d s."
                                        .formatted(SECONDS))
                        .retryAfter(SECONDS);
            }
        }
        return null;
    }

    private static boolean isAway(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith(CONNECTION) || STATES.contains(state)));
    }
}
