package org.teamsavailability.mapping.schedule.persistence;

import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.MARKS_DUE;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** The marks of daily rounds, one a desk. */
public final class RoundRows {

    private static final String CHECK = "CHECK";

    private RoundRows() {}

    /** Crosses desks: it finds out which have a round due. */
    public static List<String> desksDue(DSLContext database, Instant now, int most) {
        return database.select(MARKS_DUE.SERVICE_DESK_ID)
                .from(MARKS_DUE.call(now, most, new String[] {CHECK}))
                .fetch(MARKS_DUE.SERVICE_DESK_ID);
    }

    /** False where it is not due, or another instance has just taken it. */
    public static boolean isDue(DSLContext transaction, Instant now) {
        return !transaction
                .select(MARK.DUE_AT)
                .from(MARK)
                .where(MARK.KIND.eq(CHECK))
                .and(MARK.DUE_AT.le(now))
                .forUpdate()
                .skipLocked()
                .fetch()
                .isEmpty();
    }

    public static void dueAt(DSLContext transaction, Instant at) {
        transaction.update(MARK).set(MARK.DUE_AT, at).where(MARK.KIND.eq(CHECK)).execute();
    }
}
