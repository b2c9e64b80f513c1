package org.teamsavailability.graph.telemetry;

import java.util.List;
import org.teamsavailability.graph.GraphFailure;

/** One word for each kind of failure, as meters and spans name it. */
public final class FailureWord {

    /** All of them. */
    public static final List<String> ALL =
            List.of(
                    "unreachable",
                    "timed-out",
                    "throttled",
                    "consent-missing",
                    "permission-missing",
                    "not-provisioned",
                    "malformed",
                    "own-credentials-refused",
                    "refused");

    private FailureWord() {}

    public static String of(GraphFailure failure) {
        return switch (failure) {
            case GraphFailure.Unreachable _ -> "unreachable";
            case GraphFailure.TimedOut _ -> "timed-out";
            case GraphFailure.Throttled _ -> "throttled";
            case GraphFailure.ConsentMissing _ -> "consent-missing";
            case GraphFailure.PermissionMissing _ -> "permission-missing";
            case GraphFailure.NotProvisioned _ -> "not-provisioned";
            case GraphFailure.Malformed _ -> "malformed";
            case GraphFailure.OwnCredentialsRefused _ -> "own-credentials-refused";
            case GraphFailure.Refused _ -> "refused";
        };
    }
}
