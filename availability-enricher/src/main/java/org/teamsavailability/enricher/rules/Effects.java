package org.teamsavailability.enricher.rules;

import java.util.List;

/** What became of instructions, in sentences that speak of the rule and never of a person. */
final class Effects {

    private Effects() {}

    /** What an instruction changes. */
    static String of(Instruction instruction) {
        return switch (instruction) {
            case Instruction.TreatAs(List<PresenceState> states, PresenceVerdict verdict) ->
                    Words.list(states.stream().map(PresenceState::label).toList())
                            + (states.size() == 1 ? " counts as " : " count as ")
                            + (verdict == PresenceVerdict.ON_BREAK ? "on a break." : "working.");
            case Instruction.IgnorePresence _ -> "Teams presence is not used.";
            case Instruction.IgnoreRota _ -> "The Teams rota is not used.";
            case Instruction.BlockWithin within ->
                    "A break only blocks work that starts within "
                            + Words.duration(within.imminentWindow())
                            + ".";
            case Instruction.KeepOffRota _ ->
                    "Having no shift in the planning window does not rank a technician lower.";
        };
    }

    /**
     * What was done with a sentence of the instructions.
     *
     * @param made whether there was a decision that it could change
     */
    static String spoken(InstructionOutcome outcome, boolean made) {
        String instruction = "The instruction “" + outcome.text() + "” ";
        return switch (outcome.outcome()) {
            case APPLIED ->
                    instruction
                            + (made && outcome.effect() != null
                                    ? "was applied: " + outcome.effect()
                                    : "was understood, but Teams was not used.");
            case NOT_APPLICABLE ->
                    instruction + "was not applied: it is for tickets of another priority.";
            case NOT_UNDERSTOOD ->
                    instruction
                            + "was not understood, so the default rules stand and it is left to the"
                            + " dispatch AI.";
        };
    }
}
