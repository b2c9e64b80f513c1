package org.teamsavailability.mapping.connection;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.GraphFailure;

/**
 * Checks the connection of a desk when Microsoft refuses something because the consent is missing,
 * and at most every ten seconds when a permission is missing. A lost consent needs no such pace:
 * once the check has found it, nothing is asked of that tenant.
 */
final class RefusalCheck implements ConsentWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalCheck.class);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(10);

    private final ConnectionCheck check;
    private final PerDeskThrottle pace;

    RefusalCheck(ConnectionCheck check, Clock clock) {
        this.check = check;
        this.pace = new PerDeskThrottle(BETWEEN_CHECKS, clock);
    }

    @Override
    public void refused(String serviceDeskId, GraphFailure failure) {
        boolean tells =
                switch (failure) {
                    case GraphFailure.ConsentMissing _ -> true;
                    case GraphFailure.PermissionMissing _ -> pace.mayGo(serviceDeskId);
                    case GraphFailure.Unreachable _,
                            GraphFailure.TimedOut _,
                            GraphFailure.Throttled _,
                            GraphFailure.NotProvisioned _,
                            GraphFailure.Malformed _,
                            GraphFailure.OwnCredentialsRefused _,
                            GraphFailure.Refused _ ->
                            false;
                };
        if (tells) {
            check(serviceDeskId);
        }
    }

    /** The use has failed for a reason of its own, which a failing check must not hide. */
    private void check(String serviceDeskId) {
        try {
            var _ = check.check(serviceDeskId);
        } catch (RuntimeException e) {
            pace.undo(serviceDeskId);
            LOG.atWarn()
                    .setMessage("A connection could not be checked after a refusal")
                    .addKeyValue("serviceDeskId", serviceDeskId)
                    .setCause(e)
                    .log();
        }
    }
}
