package org.teamsavailability.mapping.connection.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.connection.ConnectionCheck;
import org.teamsavailability.mapping.connection.TeamList;
import org.teamsavailability.mapping.schedule.Scheduler;

/**
 * Asks again while a consent spreads through Microsoft's data centres: for five minutes after a
 * "Connect", with growing pauses, until a token holds all permissions. May be called from any
 * thread; a desk is watched once at a time.
 */
public final class ConsentPropagation {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(ConsentPropagation.class);

    private final ConnectionCheck check;
    private final Scheduler later;
    private final Clock clock;

    /** The desks that are watched, and until when. */
    private final Map<String, Instant> watched = new ConcurrentHashMap<>();

    public ConsentPropagation(ConnectionCheck check, Scheduler later, Clock clock) {
        this.check = check;
        this.later = later;
        this.clock = clock;
    }

    /** Watches the desk's consent from now on; where it is watched already, for longer. */
    void watch(String serviceDeskId) {
        if (watched.put(serviceDeskId, clock.instant().plus(TeamList.CONSENT_SPREADS)) == null) {
            askAfter(FIRST_PAUSE, serviceDeskId);
        }
    }

    private void askAfter(Duration pause, String serviceDeskId) {
        later.after(pause, () -> ask(pause, serviceDeskId));
    }

    private void ask(Duration pause, String serviceDeskId) {
        var until = watched.get(serviceDeskId);
        boolean goesOn = until != null && clock.instant().isBefore(until);
        if (goesOn && isSpreading(serviceDeskId)) {
            var doubled = pause.multipliedBy(2);
            askAfter(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE, serviceDeskId);
        } else {
            watched.remove(serviceDeskId);
        }
    }

    private boolean isSpreading(String serviceDeskId) {
        try {
            var connection = check.check(serviceDeskId).connection();
            return connection != null
                    && connection.microsoftTenantId() != null
                    && !connection.isComplete();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setMessage("A consent could not be asked about")
                    .addKeyValue("serviceDeskId", serviceDeskId)
                    .setCause(e)
                    .log();
            return true;
        }
    }
}
