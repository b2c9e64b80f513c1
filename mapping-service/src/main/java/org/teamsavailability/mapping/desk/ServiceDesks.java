package org.teamsavailability.mapping.desk;

import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;

/** The service desks of this installation. */
public final class ServiceDesks {

    private static final int AUDIT_KEY_BYTES = 32;
    private static final Duration ROUND = Duration.ofDays(1);

    private final SecureRandom random;
    private final Clock clock;

    public ServiceDesks(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
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
                    .set(MARK.KIND, "CHECK")
                    .set(MARK.DUE_AT, clock.instant().plus(ROUND))
                    .execute();
        }
        return made == 1;
    }
}
