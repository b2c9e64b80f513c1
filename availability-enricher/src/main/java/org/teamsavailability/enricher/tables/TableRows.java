package org.teamsavailability.enricher.tables;

import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;

/** Which rows belong into the tables: the key says whose the row is, and ids are GUIDs. */
final class TableRows {

    /** A GUID as Microsoft writes it; {@link UUID#fromString} alone takes less than that. */
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static final BiPredicate<String, ServiceDeskConnection> CONNECTION =
            (key, row) ->
                    key.equals(row.getServiceDeskId())
                            && row.getConsent() != ConsentState.UNKNOWN
                            && row.getCloud() != MicrosoftCloud.UNKNOWN
                            && isGuidOrNull(row.getMicrosoftTenantId());

    static final BiPredicate<String, TechnicianMapping> MAPPING =
            (key, row) ->
                    key.equals(mappingKey(row.getServiceDeskId(), row.getTechnicianId()))
                            && row.getOrigin() != MappingOrigin.UNKNOWN
                            && GUID.matcher(row.getMicrosoftUserId()).matches()
                            && isGuidOrNull(row.getMicrosoftTenantId());

    private TableRows() {}

    static String mappingKey(String serviceDeskId, String technicianId) {
        return serviceDeskId + "/" + technicianId;
    }

    private static boolean isGuidOrNull(@Nullable String id) {
        return id == null || GUID.matcher(id).matches();
    }
}
