package org.teamsavailability.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a reason's message.
 *
 * @param problem for INVALID_REQUEST, what is wrong with the request
 * @param permissions for PERMISSION_MISSING
 * @param teams the rota teams concerned
 * @param ownCredentials whether Microsoft refused our own secret or certificate
 */
record MessageArguments(
        @Nullable Problem problem,
        List<String> permissions,
        List<String> teams,
        boolean ownCredentials) {

    static MessageArguments of(@Nullable Problem problem) {
        return new MessageArguments(problem, List.of(), List.of(), false);
    }

    static MessageArguments of(FallbackCause cause) {
        return new MessageArguments(
                null, cause.permissions(), cause.teams(), cause.ownCredentials());
    }
}
