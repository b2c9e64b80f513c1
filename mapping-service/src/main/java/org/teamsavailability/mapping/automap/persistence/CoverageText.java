package org.teamsavailability.mapping.automap.persistence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.automap.Coverage;
import org.teamsavailability.mapping.automap.Gap;
import org.teamsavailability.mapping.automap.UnreadTeam;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run could not read, in a column: without the names of Teams, of which nothing is stored.
 */
record CoverageText(Set<Gap> gaps, List<Unread> unreadTeams) {

    record Unread(UUID teamId, UnreadTeam.Reason reason) {}

    static JSONB of(Coverage coverage, JsonMapper json) {
        return JSONB.valueOf(
                json.writeValueAsString(
                        new CoverageText(
                                coverage.gaps(),
                                coverage.unreadTeams().stream()
                                        .map(it -> new Unread(it.teamId(), it.reason()))
                                        .toList())));
    }

    /** Null before the run has read everything it could. */
    static Coverage read(@Nullable JSONB column, JsonMapper json) {
        if (column == null) {
            return Coverage.ALL;
        }
        var text = json.readValue(column.data(), CoverageText.class);
        return new Coverage(
                text.gaps(),
                text.unreadTeams().stream()
                        .map(it -> new UnreadTeam(it.teamId(), null, it.reason()))
                        .toList());
    }
}
