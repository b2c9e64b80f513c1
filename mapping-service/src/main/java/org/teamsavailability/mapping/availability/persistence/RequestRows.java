package org.teamsavailability.mapping.availability.persistence;

import static org.teamsavailability.mapping.database.Tables.HTTP_REQUEST;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.availability.NewRequest;
import org.teamsavailability.mapping.availability.RequestHash;
import org.teamsavailability.mapping.availability.RequestStore;
import org.teamsavailability.mapping.availability.StoredRequest;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The requests of the transaction's desk, by the clock of the database. */
@Component
public final class RequestRows implements RequestStore {

    private static final Field<Long> UNTIL_DEADLINE =
            DSL.field(
                    "(extract(epoch from {0} - clock_timestamp()) * 1000)::bigint",
                    SQLDataType.BIGINT, HTTP_REQUEST.DEADLINE);

    /** One offset of so many also deletes old rows: twice as many, so that they become fewer. */
    private static final int DELETES_AT = 16;

    @Override
    public Set<String> add(
            DeskTransaction transaction, Collection<NewRequest> requests, Duration deadline) {
        return AddedRequests.insert(transaction, requests, deadline);
    }

    @Override
    public @Nullable StoredRequest find(DeskTransaction transaction, String requestId) {
        return sql(transaction)
                .select(
                        HTTP_REQUEST.REQUEST_HASH,
                        HTTP_REQUEST.PARTITION_NUMBER,
                        HTTP_REQUEST.REQUEST_FROM,
                        HTTP_REQUEST.REQUEST_OFFSET,
                        HTTP_REQUEST.ANSWER_FROM,
                        HTTP_REQUEST.ATTEMPT,
                        UNTIL_DEADLINE,
                        HTTP_REQUEST.WAIT_ENDED)
                .from(HTTP_REQUEST)
                .where(HTTP_REQUEST.REQUEST_ID.eq(requestId))
                .and(DSL.not(DatabaseTime.IS_OLD))
                .fetchOne(row ->
                        new StoredRequest(
                                RequestHash.of(row.value1()),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                Duration.ofMillis(row.value7()),
                                row.value8()));
    }

    @Override
    public boolean takeOver(
            DeskTransaction transaction, String requestId, int lastAttempt, Duration deadline) {
        return sql(transaction)
                        .update(HTTP_REQUEST)
                        .set(HTTP_REQUEST.ATTEMPT, lastAttempt + 1)
                        .set(HTTP_REQUEST.DEADLINE, DatabaseTime.fromNow(deadline))
                        .where(isUnpublished(requestId, lastAttempt))
                        .and(HTTP_REQUEST.DEADLINE.le(DatabaseTime.NOW))
                        .execute()
                == 1;
    }

    @Override
    public boolean renew(
            DeskTransaction transaction,
            String requestId,
            int attempt,
            long requestFrom,
            Duration deadline) {
        return sql(transaction)
                        .update(HTTP_REQUEST)
                        .set(HTTP_REQUEST.REQUEST_FROM, requestFrom)
                        .set(HTTP_REQUEST.DEADLINE, DatabaseTime.fromNow(deadline))
                        .where(isUnpublished(requestId, attempt))
                        .execute()
                == 1;
    }

    private static Condition isUnpublished(String requestId, int attempt) {
        return HTTP_REQUEST
                .REQUEST_ID
                .eq(requestId)
                .and(HTTP_REQUEST.ATTEMPT.eq(attempt))
                .and(HTTP_REQUEST.REQUEST_OFFSET.isNull());
    }

    @Override
    public void accepted(DeskTransaction transaction, Map<String, Long> offsets) {
        var database = sql(transaction);
        database.execute("set local synchronous_commit = off");
        var update =
                database.batch(
                        database.update(HTTP_REQUEST)
                                .set(HTTP_REQUEST.REQUEST_OFFSET, 0L)
                                .where(HTTP_REQUEST.REQUEST_ID.eq(""))
                                .and(HTTP_REQUEST.REQUEST_OFFSET.isNull()));
        new TreeMap<>(offsets)
                .forEach((id, offset) -> {
                    var _ = update.bind(offset, id);
                });
        var _ = update.execute();
        if (offsets.values().stream().anyMatch(offset -> offset % DELETES_AT == 0)) {
            deleteOld(transaction, 2 * DELETES_AT);
        }
    }

    @Override
    public void answerIsNotBefore(DeskTransaction transaction, String requestId, long answerFrom) {
        sql(transaction)
                .update(HTTP_REQUEST)
                .set(HTTP_REQUEST.ANSWER_FROM, answerFrom)
                .where(HTTP_REQUEST.REQUEST_ID.eq(requestId))
                .and(HTTP_REQUEST.ANSWER_FROM.lt(answerFrom))
                .execute();
    }

    @Override
    public void waitEnded(DeskTransaction transaction, Collection<String> requestIds) {
        var database = sql(transaction);
        var update =
                database.batch(
                        database.update(HTTP_REQUEST)
                                .set(HTTP_REQUEST.WAIT_ENDED, true)
                                .where(HTTP_REQUEST.REQUEST_ID.eq("")));
        new TreeSet<>(requestIds)
                .forEach(id -> {
                    var _ = update.bind(true, id);
                });
        var _ = update.execute();
    }

    /** Leaves those that another transaction deletes. */
    @Override
    public int deleteOld(DeskTransaction transaction, int most) {
        var old = HTTP_REQUEST.as("old");
        return sql(transaction)
                .deleteFrom(HTTP_REQUEST)
                .where(
                        HTTP_REQUEST.REQUEST_ID.in(
                                DSL.select(old.REQUEST_ID)
                                        .from(old)
                                        .where(
                                                old.CREATED_AT.le(
                                                        DatabaseTime.fromNow(KEPT.negated())))
                                        .orderBy(old.CREATED_AT)
                                        .limit(most)
                                        .forUpdate()
                                        .skipLocked()))
                .execute();
    }
}
