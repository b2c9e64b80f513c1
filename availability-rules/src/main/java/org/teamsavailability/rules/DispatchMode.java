package org.teamsavailability.rules;

/** How the workflow picks a technician. */
public enum DispatchMode {
    /** By preference among those not blocked: presence and rota count. */
    AI,
    /** In turn: presence counts, the rota does not. */
    ROUND_ROBIN
}
