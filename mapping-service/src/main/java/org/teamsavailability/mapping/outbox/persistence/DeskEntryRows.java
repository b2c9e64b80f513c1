package org.teamsavailability.mapping.outbox.persistence;

import static org.jooq.impl.DSL.val;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.outbox.DeskEntries;

/** Marks in PostgreSQL. */
@Component
public final class DeskEntryRows implements DeskEntries {

    @Override
    public int markConnection(DeskTransaction transaction, Duration after) {
        return sql(transaction)
                .execute(
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

    @Override
    public int markTechnicians(DeskTransaction transaction, Duration after) {
        return sql(transaction)
                .execute(
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
