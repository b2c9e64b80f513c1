package org.teamsavailability.mapping.connection.consent.persistence;

import static org.teamsavailability.mapping.database.Tables.CONSENT_REQUEST;
import static org.teamsavailability.mapping.database.Tables.DESK_OF_CONSENT_REQUEST;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.mapping.connection.consent.ConsentRequest;
import org.teamsavailability.mapping.connection.consent.ConsentRequestStore;
import org.teamsavailability.mapping.connection.consent.ConsentRequests;
import org.teamsavailability.mapping.connection.consent.FlowStep;
import org.teamsavailability.mapping.database.tables.records.ConsentRequestRecord;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The open steps of the consent flows of the transaction's desk. */
@Component
public final class ConsentRequestRows implements ConsentRequestStore {

    private final DSLContext database;

    public ConsentRequestRows(DSLContext database) {
        this.database = database;
    }

    @Override
    public @Nullable String deskOf(byte[] hash) {
        return database.selectFrom(DESK_OF_CONSENT_REQUEST.call(hash))
                .fetchOne(DESK_OF_CONSENT_REQUEST.SERVICE_DESK_ID);
    }

    @Override
    public void insert(
            DeskTransaction transaction,
            ConsentRequest request,
            byte[] hash,
            Instant now,
            Instant expiresAt) {
        sql(transaction)
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

    @Override
    public @Nullable ConsentRequest useUp(
            DeskTransaction transaction, byte[] hash, FlowStep step, Instant now) {
        return sql(transaction)
                .update(CONSENT_REQUEST)
                .set(CONSENT_REQUEST.USED_AT, now)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .and(CONSENT_REQUEST.STEP.eq(step.name()))
                .and(CONSENT_REQUEST.USED_AT.isNull())
                .and(CONSENT_REQUEST.EXPIRES_AT.gt(now))
                .returning()
                .fetchOne(ConsentRequestRows::request);
    }

    @Override
    public @Nullable ConsentRequest find(
            DeskTransaction transaction, byte[] hash, FlowStep step, Instant now) {
        return sql(transaction)
                .selectFrom(CONSENT_REQUEST)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .and(CONSENT_REQUEST.STEP.eq(step.name()))
                .and(CONSENT_REQUEST.USED_AT.isNull())
                .and(CONSENT_REQUEST.EXPIRES_AT.gt(now))
                .fetchOne(ConsentRequestRows::request);
    }

    @Override
    public ConsentRequests.@Nullable Confirmation confirmation(
            DeskTransaction transaction, byte[] hash, Instant now) {
        return sql(transaction)
                .selectFrom(CONSENT_REQUEST)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .and(CONSENT_REQUEST.STEP.eq(FlowStep.CONFIRM.name()))
                .and(CONSENT_REQUEST.EXPIRES_AT.gt(now))
                .fetchOne(row ->
                        new ConsentRequests.Confirmation(request(row), row.getUsedAt() != null));
    }

    @Override
    public void answer(DeskTransaction transaction, byte[] hash, Instant now, Instant expiresAt) {
        sql(transaction)
                .update(CONSENT_REQUEST)
                .set(CONSENT_REQUEST.USED_AT, now)
                .set(CONSENT_REQUEST.EXPIRES_AT, expiresAt)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .execute();
    }

    @Override
    public @Nullable Instant expiry(DeskTransaction transaction, byte[] hash) {
        return sql(transaction)
                .select(CONSENT_REQUEST.EXPIRES_AT)
                .from(CONSENT_REQUEST)
                .where(CONSENT_REQUEST.STATE_HASH.eq(hash))
                .fetchOne(CONSENT_REQUEST.EXPIRES_AT);
    }

    @Override
    public void deleteExpired(DeskTransaction transaction, Instant now) {
        sql(transaction)
                .deleteFrom(CONSENT_REQUEST)
                .where(CONSENT_REQUEST.EXPIRES_AT.le(now))
                .execute();
    }

    @Override
    public void keep(DeskTransaction transaction, FlowStep step, int most) {
        sql(transaction)
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

    @Override
    public void deleteOthers(DeskTransaction transaction, byte[] hash) {
        sql(transaction)
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
