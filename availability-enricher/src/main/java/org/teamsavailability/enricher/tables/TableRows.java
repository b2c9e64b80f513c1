package org.teamsavailability.enricher.tables;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.Guids;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;

/** Which rows belong into the tables: the key says whose the row is, and ids are GUIDs. */
final class TableRows {

    static final BiPredicate<String, ServiceDeskConnection> CONNECTION =
            (key, row) ->
                    key.equals(row.getServiceDeskId())
                            && row.getConsent() != ConsentState.UNKNOWN
                            && row.getCloud() != MicrosoftCloud.UNKNOWN
                            && isGuidOrNull(row.getMicrosoftTenantId());

    static final BiPredicate<String, TechnicianMapping> MAPPING =
            (key, row) ->
                    key.equals(Topics.technicianKey(row.getServiceDeskId(), row.getTechnicianId()))
                            && row.getOrigin() != MappingOrigin.UNKNOWN
                            && Guids.isGuid(row.getMicrosoftUserId())
                            && isGuidOrNull(row.getMicrosoftTenantId());

    private TableRows() {}

    private static boolean isGuidOrNull(@Nullable String id) {
        return id == null || Guids.isGuid(id);
    }
}
