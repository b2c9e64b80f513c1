package org.teamsavailability.enricher.rules;

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
        String window = Words.duration(policy.imminentWindow());
        return switch (presence) {
            case ON_BREAK ->
                    blocked
                            ? "On a break in Teams, and the work would start within "
                                    + window
                                    + ", so skipped for this slot"
                            : "On a break in Teams now, but the work would start more than "
                                    + window
                                    + " from now, so still considered for this slot";
            case WORKING -> "Working according to Teams, so considered for this slot";
            case NO_SIGNAL -> "No presence signal from Teams, so judged without it";
            case NOT_CONSULTED -> "Teams presence was not consulted";
            case UNMAPPED -> "Not mapped to a Microsoft user";
        };
    }

    /** Empty where the rota says nothing; without a consequence where the break has decided. */
    private static String rota(RotaVerdict rota, boolean blocked, Preference preference) {
        String consequence =
                blocked
                        ? ""
                        : switch (preference) {
                            case PREFERRED -> ", so preferred";
                            case NEUTRAL -> ", so neither preferred nor ranked lower";
                            case DEPRIORITIZED -> ", so ranked lower";
                        };
        return switch (rota) {
            case TIME_OFF -> "time off overlaps the slot" + consequence;
            case COVERS_SLOT -> "a shift covers the slot" + consequence;
            case COVERS_START_ONLY ->
                    "a shift covers the start of the slot but not its end" + consequence;
            case ON_SHIFT_OTHER_TIME -> "the shift is at another time" + consequence;
            case OFF_ROTA -> "likely off rota, with no shift in the planning window" + consequence;
            case NO_SIGNAL, UNMAPPED, NOT_CONSULTED -> "";
        };
    }
}
