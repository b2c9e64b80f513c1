package org.teamsavailability.graph;

/**
 * The Microsoft clouds, each with a login host, a Graph host and app registrations of its own.
 *
 * <p>Source: Microsoft Entra, "National clouds"; Microsoft Graph, "National cloud deployments".
 */
public enum MicrosoftCloud {
    /** Worldwide, and US GCC. */
    GLOBAL(true),
    /** US Government L4, GCC High. */
    US_GOV_L4(false),
    /** US Government L5, DoD. */
    US_GOV_L5(false),
    /** China, operated by 21Vianet. */
    CHINA(false);

    private final boolean shifts;

    MicrosoftCloud(boolean shifts) {
        this.shifts = shifts;
    }

    /** Whether Teams Shifts can be read in this cloud through Graph. */
    public boolean hasShifts() {
        return shifts;
    }
}
