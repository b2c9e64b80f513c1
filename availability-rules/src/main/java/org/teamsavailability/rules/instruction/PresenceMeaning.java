package org.teamsavailability.rules.instruction;

/** What an instruction can make of a presence state. */
public enum PresenceMeaning {
    /** Like {@code Away}. */
    ON_BREAK,
    /** Like {@code Available}. */
    WORKING
}
