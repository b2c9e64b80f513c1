package org.teamsavailability.mapping.technician;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** Changes mappings by hand, within a transaction that has locked the desk and the technician. */
final class MappingWriter {

    private final MappingStore mappings;
    private final Audit audit;

    MappingWriter(MappingStore mappings, Audit audit) {
        this.mappings = mappings;
        this.audit = audit;
    }

    /** Whether nobody else has the account. */
    boolean isFree(DeskTransaction transaction, String technicianId, Mapping wanted) {
        return mappings.other(transaction, technicianId, wanted) == null;
    }

    /**
     * Maps the technician to the account, which the auto-map may have given to another one.
     *
     * @param details what the audit says of it, next to the account
     */
    void set(
            DeskTransaction transaction,
            String actor,
            MappedTechnician technician,
            Mapping wanted,
            Map<String, Object> details) {
        var id = technician.technician().technicianId();
        takeFromOther(transaction, actor, technician, wanted);
        unlessChanged(write(transaction, id, technician.mapping(), wanted));
        var all = new HashMap<>(details);
        all.put("microsoftUserId", wanted.microsoftUserId().toString());
        audit.record(transaction, actor, "mapping.set", id, all);
    }

    /** Removes the mapping that the technician has. */
    void remove(DeskTransaction transaction, String actor, String technicianId, Mapping before) {
        unlessChanged(mappings.delete(transaction, technicianId, before.version()));
        audit.record(transaction, actor, "mapping.removed", technicianId, Map.of());
    }

    private boolean write(
            DeskTransaction transaction,
            String technicianId,
            @Nullable Mapping before,
            Mapping wanted) {
        return before == null
                ? mappings.insert(transaction, technicianId, wanted)
                : mappings.update(transaction, technicianId, wanted.after(before.version()));
    }

    /**
     * What a person decided stands against the auto-map, and not against another person. Who is
     * inactive or ignored takes nothing: they wait for the account.
     */
    private void takeFromOther(
            DeskTransaction transaction,
            String actor,
            MappedTechnician technician,
            Mapping wanted) {
        var other = mappings.other(transaction, technician.technician().technicianId(), wanted);
        if (other == null) {
            return;
        }
        switch (other.origin()) {
            case MANUAL ->
                    throw new TechnicianRefusal.AccountTaken(
                                    wanted.microsoftUserId(), other.technicianId())
                            .exception();
            case AUTO_MAPPED -> {
                if (technician.technician().mayHaveAccount()) {
                    take(transaction, actor, other);
                }
            }
        }
    }

    private void take(DeskTransaction transaction, String actor, MappingStore.Holder other) {
        unlessChanged(mappings.delete(transaction, other.technicianId(), other.version()));
        // without the account, which is somebody else's now
        audit.record(
                transaction,
                actor,
                "mapping.removed",
                other.technicianId(),
                Map.of("because", "the account was mapped to somebody else by hand"));
    }

    private static void unlessChanged(boolean written) {
        if (!written) {
            throw new TechnicianRefusal.ChangedMeanwhile().exception();
        }
    }
}
