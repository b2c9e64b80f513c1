package org.teamsavailability.mapping.schedule.persistence;

import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.MARKS_DUE;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.schedule.RoundStore;

/** The marks of daily rounds, one a desk. */
@Component
public final class RoundRows implements RoundStore {

    private static final String CHECK = "CHECK";

    private final DSLContext database;

    public RoundRows(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<String> desksDue(Instant now, int most) {
        return database.select(MARKS_DUE.SERVICE_DESK_ID)
                .from(MARKS_DUE.call(now, most, new String[] {CHECK}))
                .fetch(MARKS_DUE.SERVICE_DESK_ID);
    }

    @Override
    public boolean isDue(DeskTransaction transaction, Instant now) {
        return !sql(transaction)
                .select(MARK.DUE_AT)
                .from(MARK)
                .where(MARK.KIND.eq(CHECK))
                .and(MARK.DUE_AT.le(now))
                .forUpdate()
                .skipLocked()
                .fetch()
                .isEmpty();
    }

    @Override
    public void dueAt(DeskTransaction transaction, Instant at) {
        sql(transaction).update(MARK).set(MARK.DUE_AT, at).where(MARK.KIND.eq(CHECK)).execute();
    }
}
