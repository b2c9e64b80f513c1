package org.teamsavailability.mapping.profile.persistence;

import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.profile.ProfileStore;

/** What the row of the transaction's desk says about it. */
@Component
public final class ProfileRows implements ProfileStore {

    @Override
    public ZoneId timeZone(DeskTransaction transaction) {
        var id =
                sql(transaction)
                        .select(SERVICE_DESK.TIME_ZONE)
                        .from(SERVICE_DESK)
                        .fetchOne(SERVICE_DESK.TIME_ZONE);
        // a database of time zones that is older than the one that took it may not know it
        return id != null && ZoneId.getAvailableZoneIds().contains(id)
                ? ZoneId.of(id)
                : ZoneOffset.UTC;
    }

    @Override
    public boolean setTimeZone(DeskTransaction transaction, ZoneId timeZone) {
        return sql(transaction)
                        .update(SERVICE_DESK)
                        .set(SERVICE_DESK.TIME_ZONE, timeZone.getId())
                        .where(SERVICE_DESK.TIME_ZONE.ne(timeZone.getId()))
                        .execute()
                == 1;
    }
}
