package org.teamsavailability.enricher.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * The GUIDs that Microsoft has in the place of a case's short names; no two cases share one.
 *
 * @param desk the service desk of the case, its own
 */
record CaseIds(String desk) {

    UUID tenant() {
        return guid("tenant");
    }

    UUID account(String person) {
        return guid("acc-" + person);
    }

    UUID team(String name) {
        return guid("team " + name);
    }

    private UUID guid(String what) {
        return UUID.nameUUIDFromBytes((desk + "/" + what).getBytes(UTF_8));
    }
}
