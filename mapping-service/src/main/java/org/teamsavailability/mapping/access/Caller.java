package org.teamsavailability.mapping.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls, and for which desk.
 *
 * @param actor who, as the audit names it: {@code key:<id>}
 */
public record Caller(String serviceDeskId, UUID apiKeyId, Set<Scope> scopes, String actor) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
