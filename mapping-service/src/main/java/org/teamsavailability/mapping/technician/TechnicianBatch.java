package org.teamsavailability.mapping.technician;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Technicians that were checked together: 1 to {@value #LARGEST}, none twice.
 *
 * @param technicians in the order they were given
 */
public record TechnicianBatch(List<TechnicianChange> technicians) {

    /** As many at once. */
    public static final int LARGEST = 5_000;

    public TechnicianBatch {
        technicians = List.copyOf(technicians);
    }

    /**
     * Checks what was given.
     *
     * @param errors what was found before in the same rows
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     TechnicianRefusal.InvalidRows} that names each wrong row, {@link
     *     TechnicianRefusal.WrongNumber}
     */
    public static TechnicianBatch of(List<GivenTechnician> given, RowErrors errors) {
        if (given.isEmpty()) {
            errors.throwIfAny();
        }
        if (given.isEmpty() || given.size() > LARGEST) {
            throw new TechnicianRefusal.WrongNumber(given.size(), LARGEST).exception();
        }
        var technicians = new ArrayList<TechnicianChange>(given.size());
        var rows = HashMap.<String, Integer>newHashMap(given.size());
        for (var one : given) {
            var technician = checked(one, errors);
            if (technician != null) {
                var before = rows.putIfAbsent(technician.technicianId(), one.row());
                errors.add(
                        one.row(),
                        "technicianId",
                        before == null ? null : "is the same as in row %d".formatted(before));
                technicians.add(technician);
            }
        }
        errors.throwIfAny();
        return new TechnicianBatch(technicians);
    }

    private static @Nullable TechnicianChange checked(GivenTechnician given, RowErrors errors) {
        var id = TechnicianText.trimmed(given.technicianId());
        var name = TechnicianText.trimmed(given.displayName());
        var email = email(given.email());
        var wrongInId = TechnicianText.wrongInGivenId(id);
        var wrongInName = TechnicianText.wrongInName(name);
        var wrongInEmail = email == null ? null : TechnicianText.wrongInEmail(email.value());
        errors.add(given.row(), "technicianId", wrongInId);
        errors.add(given.row(), "displayName", wrongInName);
        errors.add(given.row(), "email", wrongInEmail);
        return id == null
                        || name == null
                        || wrongInId != null
                        || wrongInName != null
                        || wrongInEmail != null
                ? null
                : new TechnicianChange(id, name, email, active(given.active()));
    }

    /** An address of which nothing is seen is none. */
    private static @Nullable Sent<String> email(@Nullable Sent<String> given) {
        if (given == null || AddressForm.of(given.value()) != null) {
            return given == null ? null : new Sent<>(TechnicianText.trimmed(given.value()));
        }
        return new Sent<>(null);
    }

    private static @Nullable Boolean active(@Nullable Sent<Boolean> given) {
        return given == null ? null : !Boolean.FALSE.equals(given.value());
    }
}
