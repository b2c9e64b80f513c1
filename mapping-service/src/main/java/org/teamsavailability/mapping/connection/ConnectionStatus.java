package org.teamsavailability.mapping.connection;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A desk's connection as a token of the last seconds says. */
public final class ConnectionStatus {

    static final Duration FRESH = Duration.ofSeconds(10);

    private final Connections connections;
    private final ConnectionCheck check;
    private final PerDeskThrottle pace;
    private final Clock clock;

    public ConnectionStatus(Connections connections, ConnectionCheck check, Clock clock) {
        this.connections = connections;
        this.check = check;
        this.pace = new PerDeskThrottle(FRESH, clock);
        this.clock = clock;
    }

    /**
     * Checks the connection first, at most every ten seconds; what Microsoft does not decide stays
     * as it is, its {@code checkedAt} too.
     *
     * @return null where the desk has none
     */
    public @Nullable Connection of(String serviceDeskId) {
        var connection = connections.find(serviceDeskId);
        if (connection == null
                || connection.microsoftTenantId() == null
                || isFresh(connection)
                || !pace.mayGo(serviceDeskId)) {
            return connection;
        }
        return check.check(serviceDeskId).connection();
    }

    private boolean isFresh(Connection connection) {
        var checkedAt = connection.checkedAt();
        return checkedAt != null && clock.instant().isBefore(checkedAt.plus(FRESH));
    }
}
