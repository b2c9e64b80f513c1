package org.teamsavailability.mapping.connection;

import static org.teamsavailability.mapping.database.Tables.CONSENT_REQUEST;
import static org.teamsavailability.mapping.database.Tables.DESK_OF_CONSENT_REQUEST;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.mapping.database.tables.records.ConsentRequestRecord;

/** The open steps of the consent flows of the transaction's desk. */
final class ConsentRequestRows {

    private ConsentRequestRows() {}

    /** Crosses desks: it finds out whose state it is. */
    static @Nullable String deskOf(DSLContext database, byte[] hash) {
        return database.selectFrom(DESK_OF_CONSENT_REQUEST.call(hash))
                .fetchOne(DESK_OF_CONSENT_REQUEST.SERVICE_DESK_ID);
    }

    static void insert(
            DSLContext transaction,
            ConsentRequest request,
            byte[] hash,
            Instant now,
            Instant expiresAt) {
        transaction
                .insertInto(CONSENT_REQUEST)
                .set(CONSENT_REQUEST.CONSENT_REQUEST_ID, UUID.randomUUID())
                .set(CONSENT_REQUEST.SERVICE_DESK_ID, request.serviceDeskId())
                .set(CONSENT_REQUEST.STATE_HASH, hash)
                .set(CONSENT_REQUEST.STEP, request.step().name())
                .set(CONSENT_REQUEST.CLOUD, request.cloud().name())
                .set(CONSENT_REQUEST.MICROSOFT_TENANT_ID, request.microsoftTenantId())
                .set(CONSENT_REQUEST.NONCE, request.nonce())
                .set(CONSENT_REQUEST.CODE_VERIFIER, request.codeVerifier())
                .set(CONSENT_REQUEST.REQUESTED_BY, request.requestedBy())
                .set(CONSENT_REQUEST.ADMINISTRATOR_ID, request.administratorId())
                .set(CONSENT_REQUEST.CREATED_AT, now)
                .set(CONSENT_REQUEST.EXPIRES_AT, expiresAt)
                .execute();
    }

    /** Of two at the same moment the second waits for the first, and then finds it used. */
    static @Nullable ConsentRequest useUp(
            DSLContext transaction, byte[] hash, FlowStep step, Instant now) {
        return transaction
                .update(CONSENT_REQUEST)
                .set(CONSENT_REQUEST.USED_AT, now)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .and(CONSENT_REQUEST.STEP.eq(step.name()))
                .and(CONSENT_REQUEST.USED_AT.isNull())
                .and(CONSENT_REQUEST.EXPIRES_AT.gt(now))
                .returning()
                .fetchOne(ConsentRequestRows::request);
    }

    static @Nullable ConsentRequest find(
            DSLContext transaction, byte[] hash, FlowStep step, Instant now) {
        return transaction
                .selectFrom(CONSENT_REQUEST)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .and(CONSENT_REQUEST.STEP.eq(step.name()))
                .and(CONSENT_REQUEST.USED_AT.isNull())
                .and(CONSENT_REQUEST.EXPIRES_AT.gt(now))
                .fetchOne(ConsentRequestRows::request);
    }

    static ConsentRequests.@Nullable Confirmation confirmation(
            DSLContext transaction, byte[] hash, Instant now) {
        return transaction
                .selectFrom(CONSENT_REQUEST)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .and(CONSENT_REQUEST.STEP.eq(FlowStep.CONFIRM.name()))
                .and(CONSENT_REQUEST.EXPIRES_AT.gt(now))
                .fetchOne(row ->
                        new ConsentRequests.Confirmation(request(row), row.getUsedAt() != null));
    }

    static void answer(DSLContext transaction, byte[] hash, Instant now, Instant expiresAt) {
        transaction
                .update(CONSENT_REQUEST)
                .set(CONSENT_REQUEST.USED_AT, now)
                .set(CONSENT_REQUEST.EXPIRES_AT, expiresAt)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .execute();
    }

    /** Null where it is deleted already. */
    static @Nullable Instant expiry(DSLContext transaction, byte[] hash) {
        return transaction
                .select(CONSENT_REQUEST.EXPIRES_AT)
                .from(CONSENT_REQUEST)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .fetchOne(CONSENT_REQUEST.EXPIRES_AT);
    }

    static void deleteExpired(DSLContext transaction, Instant now) {
        transaction.deleteFrom(CONSENT_REQUEST).where(CONSENT_REQUEST.EXPIRES_AT.le(now)).execute();
    }

    /** Keeps the newest of a step. */
    static void keep(DSLContext transaction, FlowStep step, int most) {
        transaction
                .deleteFrom(CONSENT_REQUEST)
                .where(
                        CONSENT_REQUEST.CONSENT_REQUEST_ID.in(
                                DSL.select(CONSENT_REQUEST.CONSENT_REQUEST_ID)
                                        .from(CONSENT_REQUEST)
                                        .where(CONSENT_REQUEST.STEP.eq(step.name()))
                                        .orderBy(CONSENT_REQUEST.CREATED_AT.desc())
                                        .offset(most)))
                .execute();
    }

    static void deleteAll(DSLContext transaction) {
        transaction.deleteFrom(CONSENT_REQUEST).execute();
    }

    static void deleteOthers(DSLContext transaction, byte[] hash) {
        transaction
                .deleteFrom(CONSENT_REQUEST)
                .where(CONSENT_REQUEST.STATE_HASH.ne(hash))
                .execute();
    }

    private static ConsentRequest request(ConsentRequestRecord row) {
        return new ConsentRequest(
                row.getServiceDeskId(),
                FlowStep.valueOf(row.getStep()),
                MicrosoftCloud.valueOf(row.getCloud()),
                row.getMicrosoftTenantId(),
                row.getNonce(),
                row.getCodeVerifier(),
                row.getRequestedBy(),
                row.getAdministratorId());
    }
}
