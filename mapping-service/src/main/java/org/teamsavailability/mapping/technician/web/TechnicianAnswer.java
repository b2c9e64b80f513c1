package org.teamsavailability.mapping.technician.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.teamsavailability.mapping.technician.AccountState;
import org.teamsavailability.mapping.technician.MappedTechnician;
import org.teamsavailability.mapping.technician.MappingOrigin;

/**
 * A technician, as the API shows them.
 *
 * @param ignored whether they never use Teams, as somebody said: the mapping is not published
 * @param accountHeldBy the technician who has the account of the mapping instead, a conflict
 */
@Schema(name = "Technician")
record TechnicianAnswer(
        String technicianId,
        String displayName,
        @Nullable String email,
        boolean active,
        boolean ignored,
        Instant updatedAt,
        @Nullable MappingAnswer mapping,
        @Nullable String accountHeldBy) {

    /** The account of a technician. */
    @Schema(name = "TeamsMapping")
    record MappingAnswer(
            UUID microsoftUserId,
            String userPrincipalName,
            MappingOrigin origin,
            AccountState accountState,
            Instant updatedAt) {

        /** Leaves the sign-in name out. */
        @Override
        public String toString() {
            return "MappingAnswer[" + microsoftUserId + "]";
        }
    }

    static TechnicianAnswer of(MappedTechnician mapped) {
        var technician = mapped.technician();
        var mapping = mapped.mapping();
        return new TechnicianAnswer(
                technician.technicianId(),
                technician.displayName(),
                technician.email(),
                technician.active(),
                technician.ignored(),
                mapped.updatedAt(),
                mapping == null
                        ? null
                        : new MappingAnswer(
                                mapping.microsoftUserId(),
                                mapping.userPrincipalName(),
                                mapping.origin(),
                                mapping.accountState(),
                                mapping.updatedAt()),
                mapped.accountHeldBy());
    }

    /** The same with its ETag. */
    static ResponseEntity<TechnicianAnswer> tagged(MappedTechnician mapped) {
        return ResponseEntity.ok().eTag(mapped.entityTag()).body(of(mapped));
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "TechnicianAnswer[" + technicianId + "]";
    }
}
