package org.teamsavailability.mapping.outbox.persistence;

import static org.jooq.impl.DSL.val;

import java.time.Duration;
import org.jooq.DSLContext;

/**
 * Marks everything of the transaction's desk. They come due one after the other, {@link #PACE}
 * apart, which is slower than the relay: a change made meanwhile is not behind thousands of them.
 */
final class DeskEntryRows {

    /** Between two marks. */
    static final Duration PACE = Duration.ofNanos(500_000);

    private DeskEntryRows() {}

    /**
     * Marks the connection.
     *
     * @param after when it comes due, from now on
     * @return 1, or 0 where there is no such desk
     */
    static int markConnection(DSLContext transaction, Duration after) {
        return transaction.execute(
                """
                insert into mark (service_desk_id, kind, due_at)
                select service_desk_id, 'CONNECTION', now() + {0} * interval '1 microsecond'
                from service_desk
                on conflict (service_desk_id, kind, technician_id) do update
                    set version = nextval('mark_version'),
                        due_at = least(mark.due_at, excluded.due_at)
                """,
                val(micros(after)));
    }

    /**
     * Marks every technician: where nothing is to be published, a tombstone goes out.
     *
     * @param after when the first comes due, from now on
     * @return how many there are
     */
    static int markTechnicians(DSLContext transaction, Duration after) {
        return transaction.execute(
                """
                insert into mark (service_desk_id, kind, technician_id, due_at)
                select service_desk_id, 'MAPPING', technician_id, now()
                    + ({0} + {1} * row_number() over (order by technician_id))
                        * interval '1 microsecond'
                from technician
                on conflict (service_desk_id, kind, technician_id) do update
                    set version = nextval('mark_version'),
                        due_at = least(mark.due_at, excluded.due_at)
                """,
                val(micros(after)), val(micros(PACE)));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
