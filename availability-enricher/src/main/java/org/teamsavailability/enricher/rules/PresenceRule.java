package org.teamsavailability.enricher.rules;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.rules.PresenceEvidence.Seen;
import org.teamsavailability.enricher.rules.PresenceEvidence.Unread;

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
        return PresenceState.OUT_OF_OFFICE.holds(seen) ? PresenceVerdict.ON_BREAK : byDefault(seen);
    }

    /**
     * What the instructions say: of the states that hold the most specific, of its sentences the
     * last. Out of office is decided before what they say of other states.
     */
    private @Nullable PresenceVerdict instructed(Seen seen) {
        PresenceState decisive =
                PresenceState.OUT_OF_OFFICE.holds(seen) ? PresenceState.OUT_OF_OFFICE : null;
        PresenceVerdict verdict = null;
        for (Instruction.TreatAs treatment : policy.treatments()) {
            for (PresenceState state : treatment.states()) {
                if (state.holds(seen)
                        && (decisive == null || !decisive.isMoreSpecificThan(state))) {
                    decisive = state;
                    verdict = treatment.verdict();
                }
            }
        }
        return verdict;
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
