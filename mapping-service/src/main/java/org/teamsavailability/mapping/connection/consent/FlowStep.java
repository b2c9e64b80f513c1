package org.teamsavailability.mapping.connection.consent;

import java.time.Duration;

/** The steps of the consent flow that somebody may come back to, each with a state of its own. */
public enum FlowStep {
    /** Microsoft's consent page is open. */
    CONSENT(Duration.ofMinutes(60)),
    /** Microsoft's sign-in page is open. */
    SIGN_IN(Duration.ofMinutes(30)),
    /** Our page that asks "Connect" is open, or the one that offers "Retry". */
    CONFIRM(Duration.ofMinutes(30));

    private final Duration lifetime;

    FlowStep(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** How long its state is good. */
    public Duration lifetime() {
        return lifetime;
    }
}
