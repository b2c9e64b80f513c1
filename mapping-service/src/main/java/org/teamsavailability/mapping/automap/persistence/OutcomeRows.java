package org.teamsavailability.mapping.automap.persistence;

import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_OUTCOME;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.teamsavailability.mapping.automap.Review;
import org.teamsavailability.mapping.automap.Run;

/** What runs found, by technician. */
final class OutcomeRows {

    private OutcomeRows() {}

    static void insert(DSLContext transaction, Run run, Review review) {
        transaction
                .batchInsert(new OutcomeWriter(run.id(), run.serviceDeskId()).records(review))
                .execute();
    }

    static Review of(DSLContext transaction, UUID run) {
        return OutcomeReader.review(
                List.copyOf(
                        transaction
                                .selectFrom(AUTO_MAP_OUTCOME)
                                .where(AUTO_MAP_OUTCOME.RUN_ID.eq(run))
                                .fetch()));
    }
}
