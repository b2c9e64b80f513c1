package org.teamsavailability.rules.instruction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.teamsavailability.rules.text.MessageKey;
import org.teamsavailability.rules.text.Phrases;

/** What became of instructions, in sentences that speak of the rule and never of a person. */
public final class InstructionEffects {

    /** How many characters of another sentence a text repeats. */
    static final int QUOTED = 100;

    private InstructionEffects() {}

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
                                    + Phrases.duration(within.imminentWindow());
                    case Instruction.KeepOffRota _ ->
                            "Having no shift in the planning window does not rank a technician"
                                    + " lower";
                });
        clauses.addAll(overridden.clauses());
        return String.join("; ", clauses) + ".";
    }

    /** What became of a sentence, for programs. */
    static MessageKey key(ReadSentence sentence, Overridden overridden, Policy policy) {
        Instruction applied = sentence.applied();
        if (applied != null) {
            Map<String, String> parameters = parameters(applied, policy);
            if (!overridden.clauses().isEmpty()) {
                parameters.put("overridden", overridden.wholly() ? "WHOLLY" : "PARTLY");
            }
            return new MessageKey("instruction.applied." + name(applied), parameters);
        }
        String key = "instruction." + MessageKey.part(sentence.outcome());
        String limitedBy = sentence.limitedBy();
        return limitedBy == null
                ? MessageKey.of(key)
                : new MessageKey(
                        key + ".limited",
                        Map.of("limitedBy", Phrases.shortened(limitedBy, QUOTED)));
    }

    /** Mutable. */
    private static Map<String, String> parameters(Instruction instruction, Policy policy) {
        Map<String, String> parameters = new HashMap<>();
        if (instruction instanceof Instruction.TreatAs treatment) {
            parameters.put(
                    "states",
                    treatment.states().stream()
                            .map(PresenceState::label)
                            .collect(Collectors.joining(",")));
            if (treatment.meaning() == PresenceMeaning.ON_BREAK) {
                parameters.put("imminentWindow", policy.imminentWindow().toString());
            }
        }
        if (instruction instanceof Instruction.BlockWithin(Duration window)) {
            parameters.put("imminentWindow", window.toString());
        }
        return parameters;
    }

    private static String name(Instruction instruction) {
        return switch (instruction) {
            case Instruction.TreatAs treatment ->
                    treatment.meaning() == PresenceMeaning.ON_BREAK
                            ? "treat-as-on-break"
                            : "treat-as-working";
            case Instruction.IgnorePresence _ -> "ignore-presence";
            case Instruction.IgnoreRota _ -> "ignore-rota";
            case Instruction.BlockWithin _ -> "block-within";
            case Instruction.KeepOffRota _ -> "keep-off-rota";
        };
    }

    private static String treatment(Instruction.TreatAs treatment) {
        List<PresenceState> states = treatment.states();
        return Phrases.list(states.stream().map(PresenceState::label).toList())
                + (states.size() == 1 ? " counts as " : " count as ")
                + (treatment.meaning() == PresenceMeaning.ON_BREAK ? "on a break" : "working");
    }

    private static String consequence(Instruction.TreatAs treatment, Policy policy) {
        return treatment.meaning() == PresenceMeaning.ON_BREAK
                ? ", which only blocks work that starts " + Phrases.within(policy.imminentWindow())
                : "";
    }

    /**
     * What was done with a sentence of the instructions.
     *
     * @param made whether there was a decision that it could change
     */
    public static String spoken(InstructionOutcome outcome, boolean made) {
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
                                            + Phrases.shortened(outcome.limitedBy(), QUOTED)
                                            + "” may limit it")
                            + ", so the default rules stand and it is left to the dispatch AI.";
        };
    }
}
