package org.teamsavailability.mapping.desk.persistence;

import static java.util.Objects.requireNonNull;
import static org.teamsavailability.mapping.database.Tables.API_KEY;
import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_RUN;
import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.MARKS_DUE;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.ServiceDesks;

/** The service desks of this installation. */
@Component
public final class ServiceDeskRows implements ServiceDesks {

    private static final int AUDIT_KEY_BYTES = 32;
    private static final String ROUNDS = "CHECK";
    private static final Field<Instant> EVER = DSL.inline("infinity").cast(SQLDataType.INSTANT);
    private static final Duration ROUND = Duration.ofDays(1);

    private final DSLContext database;
    private final SecureRandom random;
    private final Clock clock;

    public ServiceDeskRows(DSLContext database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public List<String> all() {
        // each desk has exactly one mark for its daily round
        var rounds =
                MARKS_DUE.call(EVER, DSL.val(Integer.MAX_VALUE), DSL.val(new String[] {ROUNDS}));
        return database
                .select(rounds.SERVICE_DESK_ID)
                .from(rounds)
                .fetch(row -> requireNonNull(row.value1()))
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public boolean exists(DeskTransaction transaction) {
        return sql(transaction).fetchExists(SERVICE_DESK);
    }

    /**
     * A transaction that changes one of these rows then writes the audit, for which it needs the
     * desk: so they are taken before the desk is taken alone, or each would wait for the other.
     */
    @Override
    public boolean lockToDelete(DeskTransaction transaction) {
        transaction.lockDesk();
        sql(transaction)
                .select(TECHNICIAN.TECHNICIAN_ID)
                .from(TECHNICIAN)
                .orderBy(TECHNICIAN.TECHNICIAN_ID)
                .forUpdate()
                .fetch();
        sql(transaction).select(API_KEY.API_KEY_ID).from(API_KEY).forUpdate().fetch();
        sql(transaction).select(AUTO_MAP_RUN.RUN_ID).from(AUTO_MAP_RUN).forUpdate().fetch();
        return !sql(transaction)
                .select(SERVICE_DESK.SERVICE_DESK_ID)
                .from(SERVICE_DESK)
                .forUpdate()
                .fetch()
                .isEmpty();
    }

    @Override
    public void delete(DeskTransaction transaction) {
        sql(transaction).deleteFrom(SERVICE_DESK).execute();
    }

    @Override
    public boolean create(DeskTransaction transaction) {
        var auditKey = new byte[AUDIT_KEY_BYTES];
        random.nextBytes(auditKey);
        int made =
                sql(transaction)
                        .insertInto(SERVICE_DESK)
                        .set(SERVICE_DESK.SERVICE_DESK_ID, transaction.serviceDeskId())
                        .set(SERVICE_DESK.AUDIT_KEY, auditKey)
                        .set(SERVICE_DESK.CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute();
        if (made == 1) {
            sql(transaction)
                    .insertInto(MARK)
                    .set(MARK.SERVICE_DESK_ID, transaction.serviceDeskId())
                    .set(MARK.KIND, ROUNDS)
                    .set(MARK.DUE_AT, clock.instant().plus(ROUND))
                    .execute();
        }
        return made == 1;
    }
}
