package org.teamsavailability.graph.telemetry;

import java.util.Locale;
import java.util.regex.Pattern;

/** What is asked of Microsoft, told from the path of the request and never holding it. */
enum Operation {
    TOKEN("/oauth2/v2\\.0/token$"),
    SIGNING_KEYS("/discovery/v2\\.0/keys$"),
    PRESENCE("/communications/(microsoft\\.graph\\.)?getPresencesByUserId$"),
    SHIFTS("/schedule/shifts$"),
    TIME_OFF("/schedule/timesOff$"),
    SCHEDULE("/schedule$"),
    MEMBERS("/groups/[^/]+/members$"),
    TEAMS("/groups$"),
    ACCOUNT("/users/[^/]+$"),
    ORGANIZATION("/organization$"),
    OTHER("");

    private final Pattern path;

    Operation(String path) {
        this.path = Pattern.compile(path);
    }

    /** The first whose form the path has. */
    static Operation of(String encodedPath) {
        for (Operation operation : values()) {
            if (operation.path.matcher(encodedPath).find()) {
                return operation;
            }
        }
        return OTHER;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
