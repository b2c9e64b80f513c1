package org.teamsavailability.rules;

import java.util.Map;
import org.teamsavailability.rules.instruction.Policy;
import org.teamsavailability.rules.text.MessageKey;
import org.teamsavailability.rules.text.Phrases;

/**
 * The sentence that explains a candidate's verdict. It speaks in verdicts, never in presence
 * states.
 */
final class Explanations {

    private static final String ON_OTHER_CRITERIA = ", so judged on the other criteria only.";

    private final Policy policy;

    Explanations(Policy policy) {
        this.policy = policy;
    }

    String of(PresenceVerdict presence, RotaVerdict rota, boolean blocked, Preference preference) {
        if (presence == PresenceVerdict.UNMAPPED || rota == RotaVerdict.UNMAPPED) {
            return "Not mapped to a Microsoft user" + ON_OTHER_CRITERIA;
        }
        String ofRota = rota(rota, blocked, preference);
        if (ofRota.isEmpty()) {
            return presenceAlone(presence, rota, blocked);
        }
        return presence(presence, blocked) + "; " + ofRota + ".";
    }

    /** What the sentence says, for programs. */
    MessageKey keyOf(
            PresenceVerdict presence, RotaVerdict rota, boolean blocked, Preference preference) {
        if (presence == PresenceVerdict.UNMAPPED || rota == RotaVerdict.UNMAPPED) {
            return MessageKey.of("explanation.not-mapped");
        }
        if (presence == PresenceVerdict.NOT_CONSULTED && rota == RotaVerdict.NOT_CONSULTED) {
            return MessageKey.of("explanation.not-consulted");
        }
        String key =
                "explanation."
                        + switch (presence) {
                            case ON_BREAK -> blocked ? "on-break-skipped" : "on-break-later";
                            case WORKING -> "working";
                            case NO_SIGNAL -> "no-presence-signal";
                            case NOT_CONSULTED, UNMAPPED -> "presence-not-consulted";
                        }
                        + keyOfRota(rota, blocked, preference);
        return presence == PresenceVerdict.ON_BREAK
                ? new MessageKey(key, Map.of("imminentWindow", policy.imminentWindow().toString()))
                : MessageKey.of(key);
    }

    private static String keyOfRota(RotaVerdict rota, boolean blocked, Preference preference) {
        return switch (rota) {
            case NOT_CONSULTED, UNMAPPED -> "";
            case NO_SIGNAL -> blocked ? "" : ".no-rota-signal";
            case OFF_ROTA ->
                    !blocked && preference == Preference.NEUTRAL
                            ? ".off-rota-ignored"
                            : ".off-rota";
            case TIME_OFF, COVERS_SLOT, COVERS_START_ONLY, ON_SHIFT_OTHER_TIME ->
                    "." + MessageKey.part(rota);
        };
    }

    private String presenceAlone(PresenceVerdict presence, RotaVerdict rota, boolean blocked) {
        boolean noRota = rota == RotaVerdict.NO_SIGNAL;
        return switch (presence) {
            case NO_SIGNAL ->
                    (noRota ? "No presence and no rota signal" : "No presence signal")
                            + " from Teams"
                            + ON_OTHER_CRITERIA;
            case NOT_CONSULTED ->
                    (noRota ? "No rota signal from Teams" : "Teams was not consulted")
                            + ON_OTHER_CRITERIA;
            case ON_BREAK, WORKING, UNMAPPED ->
                    presence(presence, blocked)
                            + (noRota && !blocked ? "; no rota signal from Teams." : ".");
        };
    }

    private String presence(PresenceVerdict presence, boolean blocked) {
        return switch (presence) {
            case ON_BREAK ->
                    blocked
                            ? "On a break in Teams, and the work would start "
                                    + Phrases.within(policy.imminentWindow())
                                    + ", so skipped for this slot"
                            : "On a break in Teams now, but the work would start "
                                    + later()
                                    + ", so still considered for this slot";
            case WORKING -> "Working according to Teams, so considered for this slot";
            case NO_SIGNAL -> "No presence signal from Teams, so judged without it";
            case NOT_CONSULTED ->
                    "Teams presence was not consulted, as the custom instructions say";
            case UNMAPPED -> "Not mapped to a Microsoft user";
        };
    }

    private String later() {
        return policy.imminentWindow().isZero()
                ? "later"
                : "more than " + Phrases.duration(policy.imminentWindow()) + " from now";
    }

    /** Empty where the rota says nothing; without a consequence where the break has decided. */
    private static String rota(RotaVerdict rota, boolean blocked, Preference preference) {
        String finding = finding(rota);
        return blocked || finding.isEmpty() ? finding : finding + consequence(rota, preference);
    }

    private static String finding(RotaVerdict rota) {
        return switch (rota) {
            case TIME_OFF -> "time off overlaps the slot";
            case COVERS_SLOT -> "a shift covers the slot";
            case COVERS_START_ONLY -> "a shift covers the start of the slot but not its end";
            case ON_SHIFT_OTHER_TIME ->
                    "on shift in the planning window, but not when the work would start";
            case OFF_ROTA -> "likely off rota, with no shift in the planning window";
            case NO_SIGNAL, UNMAPPED, NOT_CONSULTED -> "";
        };
    }

    private static String consequence(RotaVerdict rota, Preference preference) {
        return switch (preference) {
            case PREFERRED -> ", so preferred";
            case DEPRIORITIZED -> ", so ranked lower";
            case NEUTRAL ->
                    rota == RotaVerdict.OFF_ROTA
                            ? ", but not ranked lower, as the custom instructions say"
                            : ", so neither preferred nor ranked lower";
        };
    }
}
