package org.teamsavailability.mapping.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change.
 *
 * @param actor who: {@code key:<id>}, {@code console:<user>}, {@code consent:<account id>}, {@code
 *     psa}, {@code operator} or {@code system}
 * @param action what, as {@code mapping.set}
 * @param technicianId whom it concerned; {@code erased:} and a keyed hash where they were erased
 * @param details more about it, never a secret
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        @Nullable String technicianId,
        Map<String, Object> details) {
    public AuditEntry {
        details = Map.copyOf(details);
    }
}
