package org.teamsavailability.mapping.outbox;

import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.teamsavailability.mapping.SqlTransactions;
import org.teamsavailability.mapping.TestDatabase;

/** What happens on a service desk; each step is a transaction with the service's rights. */
final class DeskStory {

    private final SqlTransactions transactions;
    private final String desk;

    DeskStory(TestDatabase database, String desk) {
        this.transactions = database.transactions();
        this.desk = desk;
        database.createDesk(desk);
    }

    String id() {
        return desk;
    }

    /** The id that goes with a name. */
    static UUID guid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** As the service does: one after the other, or two could insert the same tenant. */
    void connected(String tenant) {
        transactions
                .transactions()
                .run(
                        desk,
                        it -> {
                            it.lockDesk();
                            connect(sql(it), tenant);
                        });
    }

    void connect(DSLContext transaction, String tenant) {
        transaction
                .insertInto(CONNECTION)
                .set(CONNECTION.SERVICE_DESK_ID, desk)
                .set(CONNECTION.MICROSOFT_TENANT_ID, guid(tenant))
                .set(CONNECTION.CLOUD, "GLOBAL")
                .set(CONNECTION.CONSENT, "GRANTED")
                .set(CONNECTION.UPDATED_AT, Instant.now())
                .onConflict(CONNECTION.SERVICE_DESK_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void consentRevoked() {
        transactions.run(
                desk,
                it ->
                        it.update(CONNECTION)
                                .set(CONNECTION.CONSENT, "REVOKED")
                                .set(CONNECTION.UPDATED_AT, Instant.now())
                                .execute());
    }

    void disconnected() {
        transactions.run(desk, it -> it.deleteFrom(CONNECTION).execute());
    }

    void technician(String id) {
        transactions.run(
                desk,
                it ->
                        it.insertInto(TECHNICIAN)
                                .set(TECHNICIAN.SERVICE_DESK_ID, desk)
                                .set(TECHNICIAN.TECHNICIAN_ID, id)
                                .set(TECHNICIAN.DISPLAY_NAME, id)
                                .set(TECHNICIAN.UPDATED_AT, Instant.now())
                                .onConflictDoNothing()
                                .execute());
    }

    void active(String id, boolean active) {
        transactions.run(
                desk,
                it ->
                        it.update(TECHNICIAN)
                                .set(TECHNICIAN.ACTIVE, active)
                                .where(TECHNICIAN.TECHNICIAN_ID.eq(id))
                                .execute());
    }

    void removed(String id) {
        transactions.run(
                desk,
                it -> it.deleteFrom(TECHNICIAN).where(TECHNICIAN.TECHNICIAN_ID.eq(id)).execute());
    }

    /** The account's name says which account it is; does nothing where there is no technician. */
    void mapped(String id, String tenant, String account) {
        transactions.run(desk, it -> map(it, id, tenant, account));
    }

    void map(DSLContext transaction, String id, String tenant, String account) {
        if (!transaction.fetchExists(TECHNICIAN, TECHNICIAN.TECHNICIAN_ID.eq(id))) {
            return;
        }
        transaction
                .insertInto(MAPPING)
                .set(MAPPING.SERVICE_DESK_ID, desk)
                .set(MAPPING.TECHNICIAN_ID, id)
                .set(MAPPING.MICROSOFT_TENANT_ID, guid(tenant))
                .set(MAPPING.MICROSOFT_USER_ID, guid(account))
                .set(MAPPING.USER_PRINCIPAL_NAME, account)
                .set(MAPPING.ORIGIN, "MANUAL")
                .set(MAPPING.UPDATED_AT, Instant.now())
                .onConflict(MAPPING.SERVICE_DESK_ID, MAPPING.TECHNICIAN_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void unmapped(String id) {
        transactions.run(
                desk, it -> it.deleteFrom(MAPPING).where(MAPPING.TECHNICIAN_ID.eq(id)).execute());
    }
}
