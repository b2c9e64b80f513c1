package org.teamsavailability.enricher.teams.batching;

import java.util.Locale;

/** The reads that are counted apart. */
enum ReadKind {
    PRESENCE,
    SCHEDULE,
    SHIFTS,
    TIME_OFF,
    LONG_TIME_OFF;

    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
