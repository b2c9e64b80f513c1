package org.teamsavailability.mapping.automap.persistence;

import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import org.teamsavailability.mapping.desk.DeskTransaction;

/** Whether the transaction's desk has a full run once a day. */
final class DeskRows {

    private DeskRows() {}

    static boolean isDaily(DeskTransaction transaction) {
        return Boolean.TRUE.equals(
                sql(transaction)
                        .select(SERVICE_DESK.DAILY_AUTO_MAP)
                        .from(SERVICE_DESK)
                        .fetchOne(SERVICE_DESK.DAILY_AUTO_MAP));
    }

    /** False where it was so before. */
    static boolean setDaily(DeskTransaction transaction, boolean daily) {
        return sql(transaction)
                        .update(SERVICE_DESK)
                        .set(SERVICE_DESK.DAILY_AUTO_MAP, daily)
                        .where(SERVICE_DESK.DAILY_AUTO_MAP.ne(daily))
                        .execute()
                == 1;
    }
}
