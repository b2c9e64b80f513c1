package org.teamsavailability.rules.instruction;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The presence states that instructions can name.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/presence">Microsoft's values</a>
 */
public enum PresenceState {
    OUT_OF_OFFICE(
            Kind.OUT_OF_OFFICE,
            "Out of office",
            "out of office|out of the office|ooo|oof",
            "outofoffice") {
        @Override
        public boolean holds(
                @Nullable String availability, @Nullable String activity, boolean outOfOffice) {
            return outOfOffice || super.holds(availability, activity, outOfOffice);
        }
    },
    IN_A_CALL(Kind.ACTIVITY, "In a call", "in a call|on a call", "inacall"),
    IN_A_MEETING(Kind.ACTIVITY, "In a meeting", "in a meeting", "inameeting|inaconferencecall"),
    PRESENTING(Kind.ACTIVITY, "Presenting", "presenting", "presenting"),
    FOCUSING(Kind.ACTIVITY, "Focusing", "focusing", "focusing"),
    OFF_WORK(Kind.ACTIVITY, "Off work", "off work|appear offline", "offwork"),
    URGENT_INTERRUPTIONS_ONLY(
            Kind.ACTIVITY,
            "Urgent interruptions only",
            "urgent interruptions only",
            "urgentinterruptionsonly"),
    IDLE(Kind.IDLE, "Idle", "idle", "availableidle|busyidle"),
    AVAILABLE(Kind.AVAILABILITY, "Available", "available", "available|availableidle"),
    AWAY(Kind.AVAILABILITY, "Away", "away", "away"),
    OFFLINE(Kind.AVAILABILITY, "Offline", "offline", "offline"),
    BUSY(Kind.AVAILABILITY, "Busy", "busy", "busy|busyidle"),
    DO_NOT_DISTURB(Kind.AVAILABILITY, "Do not disturb", "do not disturb|dnd", "donotdisturb"),
    BE_RIGHT_BACK(Kind.AVAILABILITY, "Be right back", "be right back|brb", "berightback");

    /** What a state is about, the more specific first. */
    enum Kind {
        OUT_OF_OFFICE,
        /** Microsoft's newer spelling gives some of these as availability. */
        ACTIVITY,
        IDLE,
        AVAILABILITY
    }

    private final Kind kind;
    private final String label;

    /** Alternatives with a {@code |} between them, in lower case. */
    private final String names;

    private final String values;

    PresenceState(Kind kind, String label, String names, String values) {
        this.kind = kind;
        this.label = label;
        this.names = names;
        this.values = values;
    }

    /**
     * The state that instructions call so.
     *
     * @param name in lower case
     * @return null where none is
     */
    static @Nullable PresenceState called(String name) {
        for (PresenceState state : values()) {
            if (isOneOf(state.names, name)) {
                return state;
            }
        }
        return null;
    }

    /** Every name of every state in instructions, as alternatives of a regular expression. */
    static String alternatives() {
        return Arrays.stream(values()).map(state -> state.names).collect(Collectors.joining("|"));
    }

    /** Its name in instructions. */
    String label() {
        return label;
    }

    /** Whether what an instruction says of this state wins over what one says of the other. */
    public boolean isMoreSpecificThan(PresenceState other) {
        return kind.compareTo(other.kind) < 0;
    }

    /**
     * Whether it decides where both hold: it is the more specific, and one account can have both.
     */
    boolean mayOverride(PresenceState other) {
        boolean together = kind != Kind.IDLE || other == AVAILABLE || other == BUSY;
        return isMoreSpecificThan(other) && together;
    }

    /**
     * Whether an account is in this state, by what Microsoft gives of it in any spelling.
     *
     * @param availability null where Microsoft gave none
     * @param activity null where Microsoft gave none
     * @param outOfOffice whether out of office is set
     */
    public boolean holds(
            @Nullable String availability, @Nullable String activity, boolean outOfOffice) {
        return switch (kind) {
            case OUT_OF_OFFICE -> isValue(activity);
            case ACTIVITY -> isValue(availability) || isValue(activity);
            case IDLE, AVAILABILITY -> isValue(availability);
        };
    }

    private boolean isValue(@Nullable String given) {
        return given != null && isOneOf(values, given);
    }

    /** Without a regular expression: it is asked for each candidate and state. */
    private static boolean isOneOf(String alternatives, String text) {
        int length = text.length();
        for (int start = 0; start <= alternatives.length(); ) {
            int bar = alternatives.indexOf('|', start);
            int end = bar < 0 ? alternatives.length() : bar;
            if (end - start == length && alternatives.regionMatches(true, start, text, 0, length)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
