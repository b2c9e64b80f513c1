package org.teamsavailability.rules;

import java.util.Map;

/**
 * What Teams said. What was asked for and is missing here did not come in time.
 *
 * @param presence by technician id
 * @param rota by team, as the plan named it
 */
public record TeamsEvidence(
        Map<String, PresenceEvidence> presence, Map<String, RotaEvidence> rota) {

    /** Nothing was asked, or nothing came. */
    public static final TeamsEvidence NONE = new TeamsEvidence(Map.of(), Map.of());

    public TeamsEvidence {
        presence = Map.copyOf(presence);
        rota = Map.copyOf(rota);
    }
}
