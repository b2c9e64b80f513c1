package org.teamsavailability.mapping.technician;

import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.web.Problem;

/** Why a mapping is not changed. */
final class MappingRefusals {

    private MappingRefusals() {}

    static Problem preconditionFailed(String technicianId) {
        return new Problem(
                HttpStatus.PRECONDITION_FAILED,
                "precondition-failed",
                "The technician was changed meanwhile",
                "The technician \"%s\" has another ETag than If-Match names: read it again, then repeat the change."
                        .formatted(technicianId));
    }

    static Problem changedMeanwhile() {
        return Problem.conflict(
                "changed-meanwhile",
                "Somebody else changed it meanwhile",
                "The mapping or the connection was changed while this request ran: read it again,"
                        + " then repeat the change.");
    }

    static Problem accountTaken(Mapping wanted, String technicianId) {
        return Problem.conflict(
                        "account-taken",
                        "The account is mapped to somebody else",
                        "The account %s is mapped to the technician \"%s\" by hand: remove that mapping first."
                                .formatted(wanted.microsoftUserId(), technicianId))
                .with("technicianId", technicianId);
    }
}
