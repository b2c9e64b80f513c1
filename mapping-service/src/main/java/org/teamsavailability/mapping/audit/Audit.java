package org.teamsavailability.mapping.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The record of changes of a desk. It only grows; an erasure takes ids out of it. */
public interface Audit {

    /**
     * Records a change in the transaction that makes it.
     *
     * @param technicianId whom it concerns; null where it is nobody
     */
    void record(
            DeskTransaction transaction,
            String actor,
            String action,
            @Nullable String technicianId,
            Map<String, Object> details);

    /** Records the same change of many technicians, an entry each, in one statement. */
    void recordAll(
            DeskTransaction transaction, String actor, String action, List<String> technicianIds);

    /**
     * The entries of the transaction's desk, newest first.
     *
     * @param before only those older than this id; null from the newest on
     * @param technicianId only those that concern this technician; null for all
     */
    List<AuditEntry> newest(
            DeskTransaction transaction,
            @Nullable Long before,
            @Nullable String technicianId,
            int most);

    /**
     * Puts a keyed hash in place of a technician's id, and drops the details of those entries: the
     * history stays, without the person.
     */
    void forget(DeskTransaction transaction, String technicianId);
}
