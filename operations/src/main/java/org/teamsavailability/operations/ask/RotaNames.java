package org.teamsavailability.operations.ask;

import java.util.Map;

/** The names that people may use for rota teams instead of their GUIDs. */
@FunctionalInterface
public interface RotaNames {

    /** The GUIDs of the desk's teams by name. */
    Map<String, String> of(String deskId);

    /** Where there are none. */
    static RotaNames none() {
        return _ -> Map.of();
    }
}
