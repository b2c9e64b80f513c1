package org.teamsavailability.enricher.rules;

import java.util.ArrayList;
import java.util.List;

/** What became of instructions, in sentences that speak of the rule and never of a person. */
final class Effects {

    /** How many characters of another sentence a text repeats. */
    static final int QUOTED = 100;

    private Effects() {}

    /**
     * What an instruction changes.
     *
     * @param overridden what other instructions of the same text take from it
     * @param policy with the changes of all instructions
     */
    static String of(Instruction instruction, Overridden overridden, Policy policy) {
        List<String> clauses = new ArrayList<>();
        clauses.add(
                switch (instruction) {
                    case Instruction.TreatAs treatment ->
                            treatment(treatment)
                                    + (overridden.wholly() ? "" : consequence(treatment, policy));
                    case Instruction.IgnorePresence _ -> "Teams presence is not used";
                    case Instruction.IgnoreRota _ -> "The Teams rota is not used";
                    case Instruction.BlockWithin within ->
                            "A break only blocks work that starts within "
                                    + Words.duration(within.imminentWindow());
                    case Instruction.KeepOffRota _ ->
                            "Having no shift in the planning window does not rank a technician"
                                    + " lower";
                });
        clauses.addAll(overridden.clauses());
        return String.join("; ", clauses) + ".";
    }

    private static String treatment(Instruction.TreatAs treatment) {
        List<PresenceState> states = treatment.states();
        return Words.list(states.stream().map(PresenceState::label).toList())
                + (states.size() == 1 ? " counts as " : " count as ")
                + (treatment.verdict() == PresenceVerdict.ON_BREAK ? "on a break" : "working");
    }

    private static String consequence(Instruction.TreatAs treatment, Policy policy) {
        return treatment.verdict() == PresenceVerdict.ON_BREAK
                ? ", which only blocks work that starts " + Words.within(policy.imminentWindow())
                : "";
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
                            + (outcome.limitedBy() == null
                                    ? "was not understood"
                                    : "was not used because “"
                                            + Words.shortened(outcome.limitedBy(), QUOTED)
                                            + "” may limit it")
                            + ", so the default rules stand and it is left to the dispatch AI.";
        };
    }
}
