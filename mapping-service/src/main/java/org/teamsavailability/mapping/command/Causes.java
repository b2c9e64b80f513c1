package org.teamsavailability.mapping.command;

import java.io.FileNotFoundException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why something failed, in a sentence without addresses: these may hold a password. */
public final class Causes {

    private static final String CONNECTION = "08";
    private static final String REJECTED = "08004";
    private static final String CREDENTIALS = "28";

    private Causes() {}

    static String of(Throwable failure) {
        if (failure instanceof FailedException) {
            return String.valueOf(failure.getMessage());
        }
        var database = ofDatabase(failure);
        if (database != null) {
            return database;
        }
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "It failed with %s: %s"
                .formatted(root.getClass().getSimpleName(), root.getMessage());
    }

    /** What is wrong with the database; null where it is something else. */
    public static @Nullable String ofDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && state.startsWith(CONNECTION) && isOfTls(cause)) {
                return "The database has an unexpected certificate, or no CA is named for"
                        + " it; check sslmode and sslrootcert in DATABASE_URL.";
            }
            if (REJECTED.equals(state)) {
                return "The database refuses the connection; check sslmode in DATABASE_URL, because"
                        + " it may have no TLS, and that DATABASE_PASSWORD is set.";
            }
            if (state != null && state.startsWith(CONNECTION)) {
                return "The database cannot be reached; check DATABASE_URL, and that it runs.";
            }
            if (state != null && state.startsWith(CREDENTIALS)) {
                return "The database refuses the user; check DATABASE_USER and"
                        + " DATABASE_PASSWORD.";
            }
        }
        return null;
    }

    /** A certificate that is not trusted, or a file of certificates that is not there. */
    private static boolean isOfTls(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException
                    || cause instanceof GeneralSecurityException
                    || cause instanceof FileNotFoundException) {
                return true;
            }
        }
        return false;
    }
}
