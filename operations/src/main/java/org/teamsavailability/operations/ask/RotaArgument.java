package org.teamsavailability.operations.ask;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.schemas.Guids;

/** The argument {@code --rota}: teams by GUID or, where they have names, by name. */
final class RotaArgument {

    private RotaArgument() {}

    /**
     * The GUIDs of the teams.
     *
     * @param text the argument; null where it is not given
     * @param known the desk's teams by name
     */
    static List<String> teamIds(@Nullable String text, Map<String, String> known) {
        if (text == null) {
            return List.of();
        }
        return AskArguments.list("--rota", text).stream().map(team -> id(team, known)).toList();
    }

    private static String id(String team, Map<String, String> known) {
        var id = known.get(team);
        if (id != null) {
            return id;
        }
        if (!Guids.isGuid(team)) {
            throw new BadInput(
                    "--rota",
                    "holds '" + team + "'",
                    String.join(", ", known.keySet())
                            + (known.isEmpty() ? "" : " (this desk's in the sample), or ")
                            + "a team's GUID");
        }
        return team;
    }
}
