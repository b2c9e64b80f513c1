package org.teamsavailability.enricher.dispatch;

import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.ConsentMissing;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.NotProvisioned;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.GraphFailure.Refused;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.TimedOut;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.rules.ReadFailure;
import org.teamsavailability.rules.Reason;

/** Maps a failure at Microsoft to the reason that an answer gives. */
final class ReadFailures {

    private ReadFailures() {}

    static ReadFailure of(GraphFailure failure) {
        return switch (failure) {
            case ConsentMissing _ -> readFailure(Reason.CONSENT_REVOKED, failure);
            case PermissionMissing missing ->
                    new ReadFailure(
                            Reason.PERMISSION_MISSING,
                            missing.permission().role(),
                            failure.status(),
                            failure.requestId(),
                            false);
            case Throttled _ -> readFailure(Reason.TEAMS_THROTTLED, failure);
            case NotProvisioned _ -> readFailure(Reason.ROTA_NOT_PROVISIONED, failure);
            case Unreachable _, TimedOut _, Malformed _, Refused _ ->
                    readFailure(Reason.TEAMS_UNREACHABLE, failure);
            case OwnCredentialsRefused _ ->
                    new ReadFailure(
                            Reason.TEAMS_UNREACHABLE,
                            null,
                            failure.status(),
                            failure.requestId(),
                            true);
        };
    }

    private static ReadFailure readFailure(Reason reason, GraphFailure failure) {
        return new ReadFailure(reason, null, failure.status(), failure.requestId(), false);
    }
}
