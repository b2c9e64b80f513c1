package org.teamsavailability.graph.sdk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.directory.Team;
import tools.jackson.core.JsonParser;

/** A group that is a Team. Source: Microsoft Graph, "group resource type". */
final class TeamItem {

    private @Nullable UUID id;
    private @Nullable String displayName;

    private TeamItem() {}

    static Team read(JsonParser json) {
        var item = new TeamItem();
        JsonFields.each(json, name -> item.field(json, name));
        if (item.id == null) {
            throw new UnexpectedShape();
        }
        return new Team(item.id, item.displayName == null ? "" : item.displayName);
    }

    private void field(JsonParser json, String name) {
        switch (name) {
            case "id" -> id = Guid.parse(JsonFields.text(json));
            case "displayName" -> displayName = JsonFields.text(json);
            default -> JsonFields.skip(json);
        }
    }
}
