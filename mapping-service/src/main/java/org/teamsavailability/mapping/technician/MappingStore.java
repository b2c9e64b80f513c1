package org.teamsavailability.mapping.technician;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** Where the mappings of the transaction's desk are kept. */
public interface MappingStore {

    /** A technician that has an account. */
    record Holder(String technicianId, MappingOrigin origin, long version) {}

    /** Who else has the account of this mapping: nobody, or one technician. */
    @Nullable Holder other(DeskTransaction transaction, String technicianId, Mapping mapping);

    /**
     * Writes the first mapping of a technician.
     *
     * @return false where there is one already
     */
    boolean insert(DeskTransaction transaction, String technicianId, Mapping mapping);

    /**
     * Writes another mapping over the one before, whose version is one less.
     *
     * @return false where that is no longer the one there is
     */
    boolean update(DeskTransaction transaction, String technicianId, Mapping mapping);

    /**
     * Removes a mapping.
     *
     * @return false where this version of it is no longer there
     */
    boolean delete(DeskTransaction transaction, String technicianId, long version);
}
