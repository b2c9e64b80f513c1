package org.teamsavailability.mapping.technician.web;

import org.teamsavailability.mapping.technician.TechnicianText;
import org.teamsavailability.mapping.web.Problem;

/** The id of a technician, as it is in a path. */
final class TechnicianPath {

    private TechnicianPath() {}

    /**
     * The same, trimmed; what cannot be an id is nobody's, and the database is not asked for it.
     */
    static String id(String technicianId) {
        var id = TechnicianText.trimmed(technicianId);
        if (id == null || TechnicianText.wrongInId(id) != null) {
            throw Problem.notFound("technician", technicianId);
        }
        return id;
    }
}
