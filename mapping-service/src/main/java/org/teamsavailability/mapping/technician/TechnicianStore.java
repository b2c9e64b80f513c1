package org.teamsavailability.mapping.technician;

import java.time.Instant;
import java.util.List;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** Where the technicians of the transaction's desk are kept. */
public interface TechnicianStore {

    /**
     * A technician that was written.
     *
     * @param created whether it is new
     * @param returned whether it was inactive, and is active now
     */
    record Written(String technicianId, boolean created, boolean returned) {}

    /**
     * Writes those that are new or differ, in one statement; what a change does not name stays.
     *
     * @return those that were written
     */
    List<Written> upsert(DeskTransaction transaction, List<TechnicianChange> given, Instant now);

    /**
     * Notes whether a technician is ignored.
     *
     * @return false where that is so already
     */
    boolean setIgnored(
            DeskTransaction transaction, String technicianId, boolean ignored, Instant now);

    /** Those of them whose account another technician has. */
    List<String> inConflict(DeskTransaction transaction, List<String> technicianIds);

    /**
     * Its dependent rows are deleted with it: its mapping, and what runs found out about it.
     *
     * @return false where there is none
     */
    boolean delete(DeskTransaction transaction, String technicianId);
}
