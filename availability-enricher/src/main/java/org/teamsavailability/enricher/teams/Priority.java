package org.teamsavailability.enricher.teams;

/** How soon a read needs a call of its own. */
public enum Priority {
    /** A call starts as soon as the tenant's pace and the bound on its calls in flight allow. */
    NOW,
    /**
     * Reads gather while a call of the tenant is out, for up to a quarter of a second. For requests
     * that are late already because many came at once: few large calls answer all of them sooner
     * than many small ones.
     */
    BATCHED
}
