package org.teamsavailability.mapping.outbox;

import org.teamsavailability.schemas.Topics;

/**
 * Says that a key is to be published; what, is read when it is.
 *
 * @param technicianId empty for a connection
 * @param version changes with each change of what it stands for; no two marks have the same
 */
public record OutboxEntry(String serviceDeskId, Kind kind, String technicianId, long version) {

    /** What a mark stands for, by its name in the database. */
    public enum Kind {
        /** A technician's account, on {@code technician-mapping}. */
        MAPPING,
        /** A desk's tenant, on {@code service-desk-connection}. */
        CONNECTION
    }

    /** The key of its record on the topic. */
    public String key() {
        return switch (kind) {
            case MAPPING -> Topics.technicianKey(serviceDeskId, technicianId);
            case CONNECTION -> serviceDeskId;
        };
    }
}
