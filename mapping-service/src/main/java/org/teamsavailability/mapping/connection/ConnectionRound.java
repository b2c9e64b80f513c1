package org.teamsavailability.mapping.connection;

import org.teamsavailability.mapping.schedule.DailyRound;

/** Checks the connection once a day, and again soon where Microsoft gave no answer that decides. */
public final class ConnectionRound implements DailyRound {

    private final ConnectionCheck check;

    public ConnectionRound(ConnectionCheck check) {
        this.check = check;
    }

    @Override
    public boolean of(String serviceDeskId) {
        return check.check(serviceDeskId).decided();
    }

    @Override
    public boolean isNeeded() {
        return true;
    }
}
