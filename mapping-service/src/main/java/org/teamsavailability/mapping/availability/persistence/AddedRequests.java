package org.teamsavailability.mapping.availability.persistence;

import static org.teamsavailability.mapping.database.Tables.HTTP_REQUEST;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import org.teamsavailability.mapping.availability.NewRequest;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** Inserts requests. A row that is too old counts as none, and is written again. */
final class AddedRequests {

    private AddedRequests() {}

    /** Returns the ids of those that the desk did not have. */
    static Set<String> insert(
            DeskTransaction transaction, Collection<NewRequest> requests, Duration deadline) {
        var insert =
                sql(transaction)
                        .insertInto(
                                HTTP_REQUEST,
                                HTTP_REQUEST.SERVICE_DESK_ID,
                                HTTP_REQUEST.REQUEST_ID,
                                HTTP_REQUEST.REQUEST_HASH,
                                HTTP_REQUEST.PARTITION_NUMBER,
                                HTTP_REQUEST.REQUEST_FROM,
                                HTTP_REQUEST.ANSWER_FROM,
                                HTTP_REQUEST.DEADLINE,
                                HTTP_REQUEST.CREATED_AT);
        for (var request : inLockOrder(requests)) {
            insert =
                    insert.values(
                            DSL.val(transaction.serviceDeskId()),
                            DSL.val(request.requestId()),
                            DSL.val(request.hash().bytes()),
                            DSL.val(request.ends().partition()),
                            DSL.val(request.ends().requests()),
                            DSL.val(request.ends().answers()),
                            DatabaseTime.fromNow(deadline),
                            DatabaseTime.NOW);
        }
        return insert.onConflict(HTTP_REQUEST.SERVICE_DESK_ID, HTTP_REQUEST.REQUEST_ID)
                .doUpdate()
                .set(HTTP_REQUEST.REQUEST_HASH, DSL.excluded(HTTP_REQUEST.REQUEST_HASH))
                .set(HTTP_REQUEST.PARTITION_NUMBER, DSL.excluded(HTTP_REQUEST.PARTITION_NUMBER))
                .set(HTTP_REQUEST.REQUEST_FROM, DSL.excluded(HTTP_REQUEST.REQUEST_FROM))
                .setNull(HTTP_REQUEST.REQUEST_OFFSET)
                .set(HTTP_REQUEST.ANSWER_FROM, DSL.excluded(HTTP_REQUEST.ANSWER_FROM))
                .set(HTTP_REQUEST.ATTEMPT, 1)
                .set(HTTP_REQUEST.DEADLINE, DSL.excluded(HTTP_REQUEST.DEADLINE))
                .set(HTTP_REQUEST.WAIT_ENDED, false)
                .set(HTTP_REQUEST.CREATED_AT, DSL.excluded(HTTP_REQUEST.CREATED_AT))
                .where(DatabaseTime.IS_OLD)
                .returningResult(HTTP_REQUEST.REQUEST_ID)
                .fetchSet(HTTP_REQUEST.REQUEST_ID);
    }

    /** Two instances that add the same requests at once do not wait for each other in a circle. */
    private static List<NewRequest> inLockOrder(Collection<NewRequest> requests) {
        return requests.stream().sorted(Comparator.comparing(NewRequest::requestId)).toList();
    }
}
