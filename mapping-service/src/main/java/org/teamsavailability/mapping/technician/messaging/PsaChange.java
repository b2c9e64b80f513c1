package org.teamsavailability.mapping.technician.messaging;

import org.teamsavailability.mapping.technician.TechnicianBatch;

/** What a record of the PSA says. */
sealed interface PsaChange {

    String serviceDeskId();

    /** There is this technician. */
    record Present(String serviceDeskId, TechnicianBatch technician) implements PsaChange {}

    /** There is no such technician any more. */
    record Removed(String serviceDeskId, String technicianId) implements PsaChange {}
}
