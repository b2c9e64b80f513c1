package org.teamsavailability.rules;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.PresenceEvidence.Seen;
import org.teamsavailability.rules.PresenceEvidence.Unread;
import org.teamsavailability.rules.instruction.Instruction;
import org.teamsavailability.rules.instruction.Policy;
import org.teamsavailability.rules.instruction.PresenceMeaning;
import org.teamsavailability.rules.instruction.PresenceState;

/** From presence to a verdict, and when that verdict blocks. */
final class PresenceRule {

    private final Policy policy;
    private final Runnable unknownValue;

    PresenceRule(Policy policy, Runnable unknownValue) {
        this.policy = policy;
        this.unknownValue = unknownValue;
    }

    PresenceVerdict verdict(PresenceEvidence evidence) {
        return switch (evidence) {
            case Seen seen -> verdict(seen);
            case Unread _ -> PresenceVerdict.NO_SIGNAL;
        };
    }

    /** Only a break blocks, and only work that starts soon; a start in the past is soon. */
    boolean blocks(PresenceVerdict verdict, Span slot, Instant now) {
        return verdict == PresenceVerdict.ON_BREAK
                && !slot.start().isAfter(now.plus(policy.imminentWindow()));
    }

    private PresenceVerdict verdict(Seen seen) {
        PresenceVerdict instructed = instructed(seen);
        if (instructed != null) {
            return instructed;
        }
        return holds(PresenceState.OUT_OF_OFFICE, seen)
                ? PresenceVerdict.ON_BREAK
                : byDefault(seen);
    }

    /**
     * What the instructions say: of the states that hold the most specific, of its sentences the
     * last. Out of office is decided before what they say of other states.
     */
    private @Nullable PresenceVerdict instructed(Seen seen) {
        PresenceState decisive =
                holds(PresenceState.OUT_OF_OFFICE, seen) ? PresenceState.OUT_OF_OFFICE : null;
        PresenceVerdict verdict = null;
        for (Instruction.TreatAs treatment : policy.treatments()) {
            for (PresenceState state : treatment.states()) {
                if (holds(state, seen)
                        && (decisive == null || !decisive.isMoreSpecificThan(state))) {
                    decisive = state;
                    verdict = verdict(treatment.meaning());
                }
            }
        }
        return verdict;
    }

    private static boolean holds(PresenceState state, Seen seen) {
        return state.holds(seen.availability(), seen.activity(), seen.outOfOffice());
    }

    private static PresenceVerdict verdict(PresenceMeaning meaning) {
        return switch (meaning) {
            case ON_BREAK -> PresenceVerdict.ON_BREAK;
            case WORKING -> PresenceVerdict.WORKING;
        };
    }

    private PresenceVerdict byDefault(Seen seen) {
        String availability = seen.availability();
        if (availability == null) {
            return PresenceVerdict.NO_SIGNAL;
        }
        return switch (availability.toLowerCase(Locale.ROOT)) {
            case "away", "offline" -> PresenceVerdict.ON_BREAK;
            case "available",
                    "availableidle",
                    "busy",
                    "busyidle",
                    "donotdisturb",
                    "berightback",
                    "focusing",
                    "inacall",
                    "inameeting",
                    "presenting" ->
                    PresenceVerdict.WORKING;
            case "presenceunknown" -> PresenceVerdict.NO_SIGNAL;
            default -> {
                unknownValue.run();
                yield PresenceVerdict.NO_SIGNAL;
            }
        };
    }
}
