package org.teamsavailability.rules.instruction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.Instruction.BlockWithin;
import org.teamsavailability.rules.instruction.Instruction.IgnorePresence;
import org.teamsavailability.rules.instruction.Instruction.IgnoreRota;
import org.teamsavailability.rules.instruction.Instruction.KeepOffRota;
import org.teamsavailability.rules.instruction.Instruction.TreatAs;
import org.teamsavailability.rules.text.Phrases;

/** Which of the sentences that apply to a ticket win over which, where they contradict. */
final class Overrides {

    private final List<ReadSentence> applied;

    private Overrides(List<ReadSentence> applied) {
        this.applied = applied;
    }

    /**
     * By what a sentence that applies is overridden, in words.
     *
     * @param all the sentences of its text, in the order written
     */
    static Overridden of(Instruction instruction, List<ReadSentence> all) {
        Overrides overrides =
                new Overrides(all.stream().filter(it -> it.applied() != null).toList());
        return switch (instruction) {
            case TreatAs treatment -> overrides.of(treatment);
            case BlockWithin within -> overrides.of(within);
            case KeepOffRota _ -> overrides.wholly(overrides.last(IgnoreRota.class));
            case IgnorePresence _, IgnoreRota _ -> Overridden.NOT;
        };
    }

    private Overridden of(TreatAs treatment) {
        ReadSentence ignored = last(IgnorePresence.class);
        if (ignored != null) {
            return wholly(ignored);
        }
        Map<ReadSentence, List<PresenceState>> later =
                against(treatment, treatment.states().stream(), (_, _) -> true);
        int lost = later.values().stream().mapToInt(List::size).sum();
        boolean wholly = lost == treatment.states().size();
        if (wholly && later.size() == 1) {
            return wholly(later.keySet().iterator().next());
        }
        List<String> clauses = new ArrayList<>();
        later.forEach((by, states) -> clauses.add(overriddenBy(by) + " for " + labels(states)));
        if (wholly) {
            return new Overridden(true, clauses);
        }
        Stream<PresenceState> others = Stream.of(PresenceState.values());
        against(treatment, others, PresenceState::mayOverride)
                .forEach((by, states) ->
                        clauses.add(
                                overriddenBy(by)
                                        + " where "
                                        + labels(states)
                                        + (states.size() == 1 ? " holds" : " hold")
                                        + " as well"));
        return new Overridden(false, clauses);
    }

    private Overridden of(BlockWithin within) {
        ReadSentence ignored = last(IgnorePresence.class);
        if (ignored != null) {
            return wholly(ignored);
        }
        ReadSentence last = last(BlockWithin.class);
        return last == null || within.equals(last.instruction()) ? Overridden.NOT : wholly(last);
    }

    /**
     * The states that decide against a treatment, by the sentence that decides about them.
     *
     * @param overrides whether the first state, a candidate, wins over the second, one of the
     *     treatment's
     */
    private Map<ReadSentence, List<PresenceState>> against(
            TreatAs treatment,
            Stream<PresenceState> candidates,
            BiPredicate<PresenceState, PresenceState> overrides) {
        Map<ReadSentence, List<PresenceState>> against = new LinkedHashMap<>();
        candidates
                .filter(it -> treatment.states().stream().anyMatch(own -> overrides.test(it, own)))
                .forEach(state -> {
                    ReadSentence decides = lastAbout(state);
                    if (decides != null
                            && decides.instruction() instanceof TreatAs other
                            && other.meaning() != treatment.meaning()) {
                        against.computeIfAbsent(decides, _ -> new ArrayList<>()).add(state);
                    }
                });
        return against;
    }

    private @Nullable ReadSentence lastAbout(PresenceState state) {
        return applied.reversed().stream()
                .filter(it ->
                        it.instruction() instanceof TreatAs other && other.states().contains(state))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ReadSentence last(Class<? extends Instruction> kind) {
        return applied.reversed().stream()
                .filter(it -> kind.isInstance(it.instruction()))
                .findFirst()
                .orElse(null);
    }

    private Overridden wholly(@Nullable ReadSentence by) {
        return by == null ? Overridden.NOT : new Overridden(true, List.of(overriddenBy(by)));
    }

    private static String overriddenBy(ReadSentence by) {
        return "overridden by “" + Phrases.shortened(by.text(), InstructionEffects.QUOTED) + "”";
    }

    private static String labels(List<PresenceState> states) {
        return Phrases.list(states.stream().map(PresenceState::label).toList());
    }
}
