package org.teamsavailability.enricher.teams;

/** How a question is weighed against the number of calls it costs. */
public enum Priority {
    /** A call starts as soon as the tenant's pace and the bound on its calls in flight allow. */
    PROMPT,
    /**
     * What is asked gathers while a call of the tenant is out, for up to a quarter of a second. For
     * questions that are late already because many came at once: few large calls answer all of them
     * sooner than many small ones.
     */
    PATIENT
}
