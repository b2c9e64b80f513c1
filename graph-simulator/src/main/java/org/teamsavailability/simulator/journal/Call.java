package org.teamsavailability.simulator.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of call the simulator tells apart. */
public enum Call {
    /** {@code POST /{tenant}/oauth2/v2.0/token}. */
    TOKEN("token"),
    /** {@code POST /communications/getPresencesByUserId}. */
    PRESENCE("presence"),
    /** {@code GET /teams/{id}/schedule}. */
    SCHEDULE("schedule"),
    /** {@code GET /teams/{id}/schedule/shifts}. */
    SHIFTS("shifts"),
    /** {@code GET /teams/{id}/schedule/timesOff}. */
    TIME_OFF("timeOff");

    private final String label;

    Call(String label) {
        this.label = label;
    }

    /** The name in data files, control requests and the journal's JSON. */
    @JsonValue
    public String label() {
        return label;
    }

    /** The kind with this label; null where there is none. */
    public static @Nullable Call labelled(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst().orElse(null);
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Call::label).toList();
    }
}
