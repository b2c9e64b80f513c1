package org.teamsavailability.rules;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why one account's presence or one team's rota could not be read.
 *
 * @param reason one of those that a read can fail with
 * @param permission the application permission that is missing, for PERMISSION_MISSING
 * @param graphStatus the HTTP status, 100 to 599; null where no response came
 * @param graphRequestId Microsoft's {@code request-id}, for a support case
 * @param ownCredentials whether our own secret or certificate was refused: only the operator can
 *     fix that
 */
public record ReadFailure(
        Reason reason,
        @Nullable String permission,
        @Nullable Integer graphStatus,
        @Nullable String graphRequestId,
        boolean ownCredentials) {

    private static final Set<Reason> POSSIBLE_WHILE_READING =
            EnumSet.of(
                    Reason.CONSENT_REVOKED,
                    Reason.PERMISSION_MISSING,
                    Reason.TEAMS_UNREACHABLE,
                    Reason.TEAMS_THROTTLED,
                    Reason.TEAMS_TIMEOUT,
                    Reason.ROTA_NOT_PROVISIONED);

    public ReadFailure {
        if (!POSSIBLE_WHILE_READING.contains(reason)) {
            throw new IllegalArgumentException(
                    reason + " is not a reason why a read fails; use " + POSSIBLE_WHILE_READING);
        }
    }

    /** One about which nothing more is known than its reason. */
    public static ReadFailure of(Reason reason) {
        return new ReadFailure(reason, null, null, null, false);
    }
}
