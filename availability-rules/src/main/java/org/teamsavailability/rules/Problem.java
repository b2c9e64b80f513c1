package org.teamsavailability.rules;

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

    /** The key of the request's record is not the id of its service desk. */
    public static Problem wrongRecordKey(String serviceDeskId) {
        return new Problem(
                Kind.WRONG_RECORD_KEY,
                Map.of(),
                "the key of the record is not the id of its service desk, publish it under "
                        + RequestValidation.shown(serviceDeskId));
    }

    /** The request has a mode of which this release knows nothing. */
    public static Problem unknownMode() {
        return new Problem(
                Kind.UNKNOWN_MODE, Map.of(), "the mode is not known, use AI or ROUND_ROBIN");
    }

    /** The id of a rota team is not one that Microsoft could have given. */
    public static Problem rotaTeamNotAGuid(String team) {
        String shown = RequestValidation.shown(team);
        return new Problem(
                Kind.ROTA_TEAM_NOT_A_GUID,
                Map.of("team", shown),
                "the rota team %s is not a GUID, use the id of a Microsoft team".formatted(shown));
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
