package org.teamsavailability.mapping.technician;

/** Who decided on a mapping. */
public enum MappingOrigin {
    /** The auto-map, which may change it. */
    AUTO_MAPPED,
    /** A person; the auto-map never touches it. */
    MANUAL
}
