package org.teamsavailability.enricher.rules;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The presence states that instructions can name, the more specific first. */
enum PresenceState {
    OUT_OF_OFFICE(In.ACTIVITY, "outofoffice") {
        @Override
        boolean holds(PresenceEvidence.Seen seen) {
            return seen.outOfOffice() || super.holds(seen);
        }
    },
    IN_A_CALL(In.EITHER, "inacall"),
    IN_A_MEETING(In.EITHER, "inameeting|inaconferencecall"),
    PRESENTING(In.EITHER, "presenting"),
    FOCUSING(In.EITHER, "focusing"),
    IDLE(In.AVAILABILITY, "availableidle|busyidle"),
    AVAILABLE(In.AVAILABILITY, "available|availableidle"),
    AWAY(In.AVAILABILITY, "away"),
    OFFLINE(In.AVAILABILITY, "offline"),
    BUSY(In.AVAILABILITY, "busy|busyidle"),
    DO_NOT_DISTURB(In.AVAILABILITY, "donotdisturb"),
    BE_RIGHT_BACK(In.AVAILABILITY, "berightback");

    /** Where Microsoft says it; its newer spelling gives some activities as availability. */
    private enum In {
        AVAILABILITY,
        ACTIVITY,
        EITHER
    }

    private final In where;
    private final Pattern words;

    PresenceState(In where, String words) {
        this.where = where;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    boolean holds(PresenceEvidence.Seen seen) {
        return switch (where) {
            case AVAILABILITY -> isNamed(seen.availability());
            case ACTIVITY -> isNamed(seen.activity());
            case EITHER -> isNamed(seen.availability()) || isNamed(seen.activity());
        };
    }

    private boolean isNamed(@Nullable String value) {
        return value != null && words.matcher(value).matches();
    }
}
