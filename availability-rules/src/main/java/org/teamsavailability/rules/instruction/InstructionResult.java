package org.teamsavailability.rules.instruction;

/** What became of a sentence of the custom instructions. */
public enum InstructionResult {
    /** It took effect. */
    APPLIED,
    /** Understood, but its condition does not hold for this ticket. */
    NOT_APPLICABLE,
    /** Left to the dispatch AI; the default rules stand. */
    NOT_UNDERSTOOD
}
