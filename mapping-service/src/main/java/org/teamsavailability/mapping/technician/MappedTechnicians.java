package org.teamsavailability.mapping.technician;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.web.Problem;

/** The technicians of service desks, with their mappings. */
public final class MappedTechnicians {

    private final PostgresDeskTransactions transactions;

    public MappedTechnicians(PostgresDeskTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One of them.
     *
     * @throws Problem where the service desk has none
     */
    public MappedTechnician get(String serviceDeskId, String technicianId) {
        var found =
                transactions.<@Nullable MappedTechnician>in(
                        serviceDeskId, it -> MappedTechnicianRows.find(it, technicianId));
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
        return transactions.in(
                serviceDeskId, it -> MappedTechnicianRows.page(it, filter, after, most));
    }

    static MappedTechnician required(@Nullable MappedTechnician found, String technicianId) {
        if (found == null) {
            throw Problem.notFound("technician", technicianId);
        }
        return found;
    }
}
