package org.teamsavailability.mapping.outbox.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.teamsavailability.mapping.outbox.RelayLock;

/**
 * The relay's lock: an advisory lock of a database session of its own, so it ends with the
 * connection. PostgreSQL ends the session of a holder that was not heard of for {@link #SILENCE},
 * be its host gone or its process halted. A pooler in between must pool sessions, not transactions.
 *
 * @see <a href="https://www.postgresql.org/docs/17/explicit-locking.html#ADVISORY-LOCKS">Advisory
 *     locks</a>
 */
public final class AdvisoryLock implements RelayLock {

    /** A pass of a holder must not take longer; it would only have to take the lock again. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private static final String ROLE = "teams_availability_service";
    private static final long KEY = 0x5441_2D72_656C_6179L; // "TA-relay"
    private static final int ANSWERS_WITHIN_SECONDS = 2;

    private final Sessions sessions;
    private final int answersWithinSeconds;

    /** Gives a new connection each time, not one of a pool. */
    @FunctionalInterface
    public interface Sessions {
        Connection open() throws SQLException;
    }

    public AdvisoryLock(Sessions sessions) {
        this(sessions, ANSWERS_WITHIN_SECONDS);
    }

    /**
     * @param answersWithinSeconds a holder that the database does not answer for so long gives the
     *     lock up
     */
    public AdvisoryLock(Sessions sessions, int answersWithinSeconds) {
        this.sessions = sessions;
        this.answersWithinSeconds = answersWithinSeconds;
    }

    /** In the service's database, in the service's role, whatever its user may do beyond that. */
    public static AdvisoryLock at(JdbcConnectionDetails database) {
        var properties = new Properties();
        put(properties, "user", database.getUsername());
        put(properties, "password", database.getPassword());
        properties.put("ApplicationName", "teams-availability-relay");
        properties.put("connectTimeout", Integer.toString(ANSWERS_WITHIN_SECONDS));
        properties.put("loginTimeout", Integer.toString(2 * ANSWERS_WITHIN_SECONDS));
        properties.put("socketTimeout", Integer.toString(2 * ANSWERS_WITHIN_SECONDS));
        return new AdvisoryLock(
                () -> DriverManager.getConnection(database.getJdbcUrl(), properties));
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    @Override
    public @Nullable Hold tryTake() {
        try {
            var session = sessions.open();
            if (take(session)) {
                return new Session(session, answersWithinSeconds);
            }
            session.close();
            return null;
        } catch (SQLException e) {
            throw new DataAccessException("The lock of the relay cannot be asked for", e);
        }
    }

    private static boolean take(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute("set role " + ROLE);
            statement.execute("set idle_session_timeout = " + SILENCE.toMillis());
            try (var row = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private record Session(Connection connection, int answersWithinSeconds) implements Hold {

        @Override
        public boolean lasts() {
            try {
                return connection.isValid(answersWithinSeconds);
            } catch (SQLException _) {
                return false;
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException _) {
                // it is gone, and the lock with it
            }
        }
    }
}
