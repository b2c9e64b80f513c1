package org.teamsavailability.mapping.desk.persistence;

import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;

import org.jooq.DSLContext;
import org.teamsavailability.mapping.desk.DeskTransaction;

/**
 * The one kind of transaction that there is.
 *
 * @param sql what does statements in it
 */
public record SqlTransaction(String serviceDeskId, DSLContext sql) implements DeskTransaction {

    /** For stores, which look into it. */
    public static DSLContext sql(DeskTransaction transaction) {
        return ((SqlTransaction) transaction).sql();
    }

    @Override
    public void lockDesk() {
        sql.select(SERVICE_DESK.SERVICE_DESK_ID).from(SERVICE_DESK).forNoKeyUpdate().fetch();
    }
}
