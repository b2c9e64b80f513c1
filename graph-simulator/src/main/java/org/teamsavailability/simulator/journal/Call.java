package org.teamsavailability.simulator.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of call the simulator tells apart. */
public enum Call {
    /** {@code POST /{tenant}/oauth2/v2.0/token} with client credentials. */
    TOKEN("token"),
    /** {@code POST /communications/getPresencesByUserId}. */
    PRESENCE("presence"),
    /** {@code GET /teams/{id}/schedule}. */
    SCHEDULE("schedule"),
    /** {@code GET /teams/{id}/schedule/shifts}. */
    SHIFTS("shifts"),
    /** {@code GET /teams/{id}/schedule/timesOff}. */
    TIME_OFF("timeOff"),
    /** {@code GET /groups}. */
    GROUPS("groups"),
    /** {@code GET /groups/{id}/members}, also with a cast to users. */
    MEMBERS("members"),
    /** {@code GET /users/{id}} and {@code GET /users}. */
    USERS("users"),
    /** {@code GET /organization}. */
    ORGANIZATION("organization"),
    /** The page of {@code GET /{tenant}/v2.0/adminconsent}, and what people press there. */
    CONSENT("consent"),
    /** The page of {@code GET /{tenant}/oauth2/v2.0/authorize}, and what people press there. */
    AUTHORIZE("authorize"),
    /** {@code POST /{tenant}/oauth2/v2.0/token} with the code of a sign-in. */
    SIGN_IN("signIn"),
    /** The documents about the login endpoint, and the keys it signs ID tokens with. */
    KEYS("keys"),
    /** Anything else, which is answered with 404. */
    OTHER("other");

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

    /** Whether it goes to the login endpoint, not to Graph. */
    public boolean isLogin() {
        return switch (this) {
            case TOKEN, CONSENT, AUTHORIZE, SIGN_IN, KEYS -> true;
            case PRESENCE,
                    SCHEDULE,
                    SHIFTS,
                    TIME_OFF,
                    GROUPS,
                    MEMBERS,
                    USERS,
                    ORGANIZATION,
                    OTHER ->
                    false;
        };
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Call::label).toList();
    }
}
