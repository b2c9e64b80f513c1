package org.teamsavailability.mapping.technician;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** The technicians of service desks, with their mappings. */
public final class MappedTechnicians {

    private final DeskTransactions transactions;
    private final MappedTechnicianStore technicians;

    public MappedTechnicians(DeskTransactions transactions, MappedTechnicianStore technicians) {
        this.technicians = technicians;
        this.transactions = transactions;
    }

    /**
     * One of them.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     TechnicianRefusal.NotFound} where the service desk has none
     */
    public MappedTechnician get(String serviceDeskId, String technicianId) {
        var found =
                transactions.<@Nullable MappedTechnician>in(
                        serviceDeskId, it -> technicians.find(it, technicianId));
        return required(found, technicianId);
    }

    /**
     * Some of them, by id.
     *
     * @param after the id before the first; null from the beginning on
     * @param most how many, 1 or more
     */
    public List<MappedTechnician> some(
            String serviceDeskId, TechnicianFilter filter, @Nullable String after, int most) {
        return transactions.in(serviceDeskId, it -> technicians.page(it, filter, after, most));
    }

    static MappedTechnician required(@Nullable MappedTechnician found, String technicianId) {
        if (found == null) {
            throw new TechnicianRefusal.NotFound(technicianId).exception();
        }
        return found;
    }
}
