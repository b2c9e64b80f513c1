package org.teamsavailability.mapping.access.persistence;

import static org.teamsavailability.mapping.database.Tables.API_KEY_REQUEST;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.access.ApiKey;
import org.teamsavailability.mapping.access.ApiKeyRequestStore;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The requests of the transaction's desk that made an API key and may be repeated. */
@Component
public final class ApiKeyRequestRows implements ApiKeyRequestStore {

    @Override
    public @Nullable Done find(DeskTransaction transaction, Sent sent) {
        return sql(transaction)
                .selectFrom(API_KEY_REQUEST)
                .where(API_KEY_REQUEST.CALLING_KEY_ID.eq(sent.callingKeyId()))
                .and(API_KEY_REQUEST.KEY_HASH.eq(sent.keyHash()))
                .fetchOne(row -> new Done(row.getRequestHash(), row.getSalt(), row.getMadeKeyId()));
    }

    @Override
    public void insert(DeskTransaction transaction, Sent sent, byte[] salt, ApiKey made) {
        sql(transaction)
                .insertInto(API_KEY_REQUEST)
                .set(API_KEY_REQUEST.SERVICE_DESK_ID, transaction.serviceDeskId())
                .set(API_KEY_REQUEST.CALLING_KEY_ID, sent.callingKeyId())
                .set(API_KEY_REQUEST.KEY_HASH, sent.keyHash())
                .set(API_KEY_REQUEST.REQUEST_HASH, sent.requestHash())
                .set(API_KEY_REQUEST.SALT, salt)
                .set(API_KEY_REQUEST.MADE_KEY_ID, made.id())
                .set(API_KEY_REQUEST.CREATED_AT, made.createdAt())
                .execute();
    }

    @Override
    public void deleteOlder(DeskTransaction transaction, Instant than) {
        sql(transaction)
                .deleteFrom(API_KEY_REQUEST)
                .where(API_KEY_REQUEST.CREATED_AT.le(than))
                .execute();
    }
}
