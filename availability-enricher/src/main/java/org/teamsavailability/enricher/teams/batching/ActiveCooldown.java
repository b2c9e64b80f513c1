package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;

/**
 * One cooldown in force. When its time has passed, one probe call may be in flight until one is
 * answered. Guarded by its {@link Cooldowns}.
 */
final class ActiveCooldown {

    private final GraphFailure cause;
    private final Instant notBefore;
    private @Nullable CallPermit probe;

    ActiveCooldown(GraphFailure cause, Instant notBefore) {
        this.cause = cause;
        this.notBefore = notBefore;
    }

    GraphFailure cause() {
        return cause;
    }

    Instant notBefore() {
        return notBefore;
    }

    boolean isClosedAt(Instant now) {
        return now.isBefore(notBefore);
    }

    /** From when on a call may start; {@link Instant#MAX} where it depends on a probe call. */
    Instant opensAt() {
        return probe == null || probe.isHung() ? notBefore : Instant.MAX;
    }

    /** Whether its time has passed and a probe call is in flight. */
    boolean isProbedAt(Instant now) {
        return !isClosedAt(now) && probe != null;
    }

    void probedBy(CallPermit call) {
        probe = call;
    }

    boolean isProbedBy(CallPermit call) {
        return call.equals(probe);
    }

    void probeEnded() {
        probe = null;
    }
}
