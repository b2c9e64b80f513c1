package org.teamsavailability.mapping.outbox;

import static java.util.Objects.requireNonNull;
import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;

/** What the topics must hold, worked out from the tables of all desks by their owner. */
final class ToBePublished {

    private ToBePublished() {}

    static SortedMap<String, SpecificRecord> by(TestDatabase database) {
        var owner = database.asOwner();
        var all = new TreeMap<String, SpecificRecord>();
        for (var row : owner.selectFrom(CONNECTION)) {
            all.put(
                    row.getServiceDeskId(),
                    new ServiceDeskConnection(
                            row.getServiceDeskId(),
                            text(row.getMicrosoftTenantId()),
                            ConsentState.valueOf(row.getConsent()),
                            MicrosoftCloud.valueOf(row.getCloud()),
                            millis(row.getUpdatedAt())));
        }
        for (var row : owner.selectFrom(MAPPING)) {
            if (row.getPublishedAccount() != null
                    && isActive(owner, row.getServiceDeskId(), row.getTechnicianId())
                    && isConnected(all, row.getServiceDeskId(), row.getMicrosoftTenantId())) {
                all.put(
                        row.getServiceDeskId() + "/" + row.getTechnicianId(),
                        new TechnicianMapping(
                                row.getServiceDeskId(),
                                row.getTechnicianId(),
                                text(row.getMicrosoftTenantId()),
                                row.getMicrosoftUserId().toString(),
                                row.getUserPrincipalName(),
                                MappingOrigin.valueOf(row.getOrigin()),
                                millis(row.getUpdatedAt())));
            }
        }
        return all;
    }

    private static boolean isActive(DSLContext owner, String desk, String technician) {
        return requireNonNull(
                owner.select(TECHNICIAN.ACTIVE)
                        .from(TECHNICIAN)
                        .where(TECHNICIAN.SERVICE_DESK_ID.eq(desk))
                        .and(TECHNICIAN.TECHNICIAN_ID.eq(technician))
                        .fetchSingle(TECHNICIAN.ACTIVE));
    }

    private static boolean isConnected(
            SortedMap<String, SpecificRecord> connections, String desk, UUID tenant) {
        return connections.get(desk) instanceof ServiceDeskConnection connection
                && tenant.toString().equals(connection.getMicrosoftTenantId());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
