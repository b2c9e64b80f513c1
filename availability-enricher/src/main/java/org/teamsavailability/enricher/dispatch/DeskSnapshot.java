package org.teamsavailability.enricher.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.tables.Directory;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.rules.Connection;
import org.teamsavailability.rules.DeskConnection;
import org.teamsavailability.rules.RequestValidation;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.ServiceDeskConnection;

/**
 * What the tables say of a request's service desk and candidates, at one moment.
 *
 * @param tenant the Microsoft tenant to ask; null where there is none
 * @param accounts the mapped candidates' accounts, by technician id
 */
record DeskSnapshot(
        DeskConnection connection, @Nullable MicrosoftTenant tenant, Map<String, UUID> accounts) {

    /** For a request whose answer depends on no table. */
    static final DeskSnapshot NOT_LOOKED_UP = notConnected();

    static DeskSnapshot lookUp(Directory directory, DispatchRequested request) {
        ServiceDeskConnection row = directory.connectionOf(request.getServiceDeskId());
        if (row == null || row.getMicrosoftTenantId() == null) {
            return notConnected();
        }
        String tenantId = row.getMicrosoftTenantId();
        var tenant = new MicrosoftTenant(cloud(row), UUID.fromString(tenantId));
        return new DeskSnapshot(
                new DeskConnection(state(row), tenant.cloud().hasShifts()),
                tenant,
                accounts(directory, request, tenantId));
    }

    /** By id as the request wrote it, with or without white space around it. */
    private static Map<String, UUID> accounts(
            Directory directory, DispatchRequested request, String tenantId) {
        var mappedIds = new HashMap<String, String>();
        for (Candidate candidate : request.getCandidates()) {
            String mappedId = RequestValidation.mappedId(candidate.getTechnicianId());
            if (mappedId != null) {
                mappedIds.put(candidate.getTechnicianId(), mappedId);
            }
        }
        var byMappedId =
                directory.accountsOf(
                        request.getServiceDeskId(), tenantId, List.copyOf(mappedIds.values()));
        var accounts = new HashMap<String, UUID>();
        mappedIds.forEach((asWritten, mappedId) -> {
            UUID account = byMappedId.get(mappedId);
            if (account != null) {
                accounts.put(asWritten, account);
            }
        });
        return accounts;
    }

    private static DeskSnapshot notConnected() {
        return new DeskSnapshot(new DeskConnection(Connection.NOT_CONNECTED, true), null, Map.of());
    }

    /** UNKNOWN does not get into the table. */
    private static Connection state(ServiceDeskConnection row) {
        return switch (row.getConsent()) {
            case UNKNOWN -> Connection.NOT_CONNECTED;
            case PENDING -> Connection.CONSENT_PENDING;
            case GRANTED -> Connection.GRANTED;
            case REVOKED -> Connection.CONSENT_REVOKED;
        };
    }

    private static MicrosoftCloud cloud(ServiceDeskConnection row) {
        return switch (row.getCloud()) {
            case UNKNOWN, GLOBAL -> MicrosoftCloud.GLOBAL;
            case US_GOV_L4 -> MicrosoftCloud.US_GOV_L4;
            case US_GOV_L5 -> MicrosoftCloud.US_GOV_L5;
            case CHINA -> MicrosoftCloud.CHINA;
        };
    }
}
