package org.teamsavailability.mapping.connection;

import java.util.List;
import java.util.UUID;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** What becomes of the mappings of the transaction's desk when its connection changes. */
public interface ConnectedMappings {

    /** How many were derived over the connection. */
    int countAutoMapped(DeskTransaction transaction);

    /** How many were made by hand. */
    int countManual(DeskTransaction transaction);

    /** Deletes those that were derived over the connection; returns whose they were. */
    List<String> deleteAutoMapped(DeskTransaction transaction);

    /** Deletes those of other tenants; returns whose they were. */
    List<String> deleteOfOtherTenants(DeskTransaction transaction, UUID microsoftTenantId);
}
