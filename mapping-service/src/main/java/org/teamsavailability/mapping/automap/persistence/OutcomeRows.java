package org.teamsavailability.mapping.automap.persistence;

import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_OUTCOME;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.util.List;
import java.util.UUID;
import org.teamsavailability.mapping.automap.Review;
import org.teamsavailability.mapping.automap.Run;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** What runs found, by technician. */
final class OutcomeRows {

    private OutcomeRows() {}

    static void insert(DeskTransaction transaction, Run run, Review review) {
        sql(transaction)
                .batchInsert(new OutcomeWriter(run.id(), run.serviceDeskId()).records(review))
                .execute();
    }

    static Review of(DeskTransaction transaction, UUID run) {
        return OutcomeReader.review(
                List.copyOf(
                        sql(transaction)
                                .selectFrom(AUTO_MAP_OUTCOME)
                                .where(AUTO_MAP_OUTCOME.RUN_ID.eq(run))
                                .fetch()));
    }
}
