package org.teamsavailability.rules.instruction;

import java.time.Duration;
import java.util.List;

/** What one sentence of the custom instructions changes; the forms of the grammar, one each. */
public sealed interface Instruction {

    /** "Treat … as unavailable", "Treat … as available". */
    record TreatAs(List<PresenceState> states, PresenceMeaning meaning) implements Instruction {
        public TreatAs {
            states = List.copyOf(states);
        }
    }

    /** "Ignore Teams presence". */
    record IgnorePresence() implements Instruction {}

    /** "Ignore Teams shifts". */
    record IgnoreRota() implements Instruction {}

    /** "Only block work starting within …". */
    record BlockWithin(Duration imminentWindow) implements Instruction {}

    /** "Don't deprioritize technicians without a shift". */
    record KeepOffRota() implements Instruction {}

    /**
     * The policy with this change made; of two that change the same, the later wins.
     *
     * @param policy with the changes of the sentences before
     */
    default Policy change(Policy policy) {
        return switch (this) {
            case TreatAs treatment -> policy.with(treatment);
            case IgnorePresence _ -> policy.withoutPresence();
            case IgnoreRota _ -> policy.withoutRota();
            case BlockWithin(Duration imminentWindow) -> policy.blockingWithin(imminentWindow);
            case KeepOffRota _ -> policy.withOffRotaNeutral();
        };
    }
}
