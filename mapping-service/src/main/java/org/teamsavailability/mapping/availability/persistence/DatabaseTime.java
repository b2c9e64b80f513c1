package org.teamsavailability.mapping.availability.persistence;

import static org.teamsavailability.mapping.database.Tables.HTTP_REQUEST;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.teamsavailability.mapping.availability.RequestStore;

/** Times by the clock of the database, so that those of instances do not matter. */
final class DatabaseTime {

    static final Field<Instant> NOW = DSL.field("clock_timestamp()", SQLDataType.INSTANT);

    /** Whether a row has been kept long enough. */
    static final Condition IS_OLD =
            HTTP_REQUEST.CREATED_AT.le(fromNow(RequestStore.KEPT.negated()));

    private DatabaseTime() {}

    static Field<Instant> fromNow(Duration duration) {
        return DSL.field(
                "clock_timestamp() + {0} * interval '1 millisecond'",
                SQLDataType.INSTANT, DSL.val(duration.toMillis()));
    }
}
