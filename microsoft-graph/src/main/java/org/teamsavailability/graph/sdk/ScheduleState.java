package org.teamsavailability.graph.sdk;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Whether a team's schedule can be used. Source: Microsoft Graph, "schedule resource type". */
final class ScheduleState {

    private boolean enabled;
    private @Nullable String provisionStatus;

    private ScheduleState() {}

    static boolean provisioned(JsonParser json) {
        var state = new ScheduleState();
        JsonFields.each(json, name -> state.field(json, name));
        return state.enabled && "Completed".equalsIgnoreCase(state.provisionStatus);
    }

    private void field(JsonParser json, String name) {
        switch (name) {
            case "enabled" -> enabled = JsonFields.flag(json);
            case "provisionStatus" -> provisionStatus = JsonFields.text(json);
            default -> JsonFields.skip(json);
        }
    }
}
