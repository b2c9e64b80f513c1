package org.teamsavailability.mapping.technician;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The technicians of the transaction's desk, each with its mapping. */
public interface MappedTechnicianStore {

    /** Null where there is none. */
    @Nullable MappedTechnician find(DeskTransaction transaction, String technicianId);

    /** The same, and keeps others from changing or erasing it until the transaction ends. */
    @Nullable MappedTechnician lock(DeskTransaction transaction, String technicianId);

    /**
     * Some of them, by id.
     *
     * @param after the id before the first; null from the beginning on
     */
    List<MappedTechnician> page(
            DeskTransaction transaction, TechnicianFilter filter, @Nullable String after, int most);
}
