package org.teamsavailability.enricher.rules;

import java.util.Map;

/**
 * What makes a request one that cannot be answered.
 *
 * @param parameters what the text names, by name
 * @param text a part of a sentence that names the thing, the value and the way out
 */
public record Problem(Kind kind, Map<String, String> parameters, String text) {
    public Problem {
        parameters = Map.copyOf(parameters);
    }

    /** What is wrong. */
    public enum Kind {
        NO_CANDIDATE,
        TOO_MANY_CANDIDATES,
        TECHNICIAN_TWICE,
        NOT_AN_ID,
        TIME_OUT_OF_RANGE,
        ENDS_BEFORE_START,
        WINDOW_TOO_LONG,
        TOO_MANY_ROTA_TEAMS,
        ROTA_TEAM_NOT_A_GUID,
        INSTRUCTIONS_TOO_LONG,
        TOO_MANY_SENTENCES,
        WRONG_RECORD_KEY,
        UNKNOWN_MODE
    }
}
