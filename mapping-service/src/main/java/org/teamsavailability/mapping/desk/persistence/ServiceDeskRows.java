package org.teamsavailability.mapping.desk.persistence;

import static java.util.Objects.requireNonNull;
import static org.teamsavailability.mapping.database.Tables.API_KEY;
import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_RUN;
import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.MARKS_DUE;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The service desks of this installation. */
public final class ServiceDeskRows {

    private static final int AUDIT_KEY_BYTES = 32;
    private static final String ROUNDS = "CHECK";
    private static final Field<Instant> EVER = DSL.inline("infinity").cast(SQLDataType.INSTANT);
    private static final Duration ROUND = Duration.ofDays(1);

    private final SecureRandom random;
    private final Clock clock;

    public ServiceDeskRows(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** The ids of all desks, in the order of their characters. Crosses desks: it finds them out. */
    public static List<String> all(DSLContext database) {
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

    /**
     * Lets one transaction at a time change who holds which account or which tenant is connected,
     * of the transaction's desk and until it ends. Taken before any other lock.
     */
    public static void lock(DSLContext transaction) {
        transaction
                .select(SERVICE_DESK.SERVICE_DESK_ID)
                .from(SERVICE_DESK)
                .forNoKeyUpdate()
                .fetch();
    }

    /**
     * Keeps everybody from writing to the transaction's desk, which is to be deleted, and waits for
     * those who do. Who changes one of these rows goes on to write the audit, for which it needs
     * the desk: so they are taken before the desk is taken alone, or each would wait for the other.
     *
     * @return false where it does not exist
     */
    public static boolean lockToDelete(DSLContext transaction) {
        lock(transaction);
        transaction
                .select(TECHNICIAN.TECHNICIAN_ID)
                .from(TECHNICIAN)
                .orderBy(TECHNICIAN.TECHNICIAN_ID)
                .forUpdate()
                .fetch();
        transaction.select(API_KEY.API_KEY_ID).from(API_KEY).forUpdate().fetch();
        transaction.select(AUTO_MAP_RUN.RUN_ID).from(AUTO_MAP_RUN).forUpdate().fetch();
        return !transaction
                .select(SERVICE_DESK.SERVICE_DESK_ID)
                .from(SERVICE_DESK)
                .forUpdate()
                .fetch()
                .isEmpty();
    }

    /**
     * Deletes the transaction's desk, after {@link #lockToDelete}, with every row of it but the
     * marks of what was published.
     */
    public static void delete(DSLContext transaction) {
        transaction.deleteFrom(SERVICE_DESK).execute();
    }

    /**
     * Makes the transaction's desk.
     *
     * @return false where it exists
     */
    public boolean create(DSLContext transaction, String serviceDeskId) {
        var auditKey = new byte[AUDIT_KEY_BYTES];
        random.nextBytes(auditKey);
        int made =
                transaction
                        .insertInto(SERVICE_DESK)
                        .set(SERVICE_DESK.SERVICE_DESK_ID, serviceDeskId)
                        .set(SERVICE_DESK.AUDIT_KEY, auditKey)
                        .set(SERVICE_DESK.CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute();
        if (made == 1) {
            transaction
                    .insertInto(MARK)
                    .set(MARK.SERVICE_DESK_ID, serviceDeskId)
                    .set(MARK.KIND, ROUNDS)
                    .set(MARK.DUE_AT, clock.instant().plus(ROUND))
                    .execute();
        }
        return made == 1;
    }
}
