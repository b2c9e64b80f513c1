package org.teamsavailability.mapping.technician;

import static org.teamsavailability.mapping.database.Tables.CONNECTION;

import org.jooq.DSLContext;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.web.GraphProblems;
import org.teamsavailability.mapping.web.Problem;

/** The Microsoft tenant of the transaction's desk. */
final class ConnectedTenant {

    private ConnectedTenant() {}

    /**
     * Reads it, and keeps it as it is until the transaction ends.
     *
     * @throws Problem where there is none, or it has not granted consent
     */
    static MicrosoftTenant of(DSLContext transaction) {
        var connection = transaction.selectFrom(CONNECTION).forShare().fetchOne();
        if (connection == null || connection.getMicrosoftTenantId() == null) {
            throw Problem.conflict(
                    "not-connected",
                    "No Microsoft tenant is connected",
                    "This service desk is not connected to a Microsoft tenant: let one of its"
                            + " administrators open the page that"
                            + " GET /public-api/teams-availability/consent-url gives.");
        }
        if (!"GRANTED".equals(connection.getConsent())) {
            throw GraphProblems.consentMissing();
        }
        return new MicrosoftTenant(
                MicrosoftCloud.valueOf(connection.getCloud()), connection.getMicrosoftTenantId());
    }
}
