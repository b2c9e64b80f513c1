package org.teamsavailability.mapping.technician.persistence;

import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.technician.MappedTechnician;
import org.teamsavailability.mapping.technician.MappedTechnicianStore;
import org.teamsavailability.mapping.technician.Technician;
import org.teamsavailability.mapping.technician.TechnicianFilter;

/** The technicians of the transaction's desk, each with its mapping. */
@Component
public final class MappedTechnicianRows implements MappedTechnicianStore {

    /** The mapping by which another technician has the account. */
    private static final org.teamsavailability.mapping.database.tables.Mapping HOLDER =
            MAPPING.as("holder");

    @Override
    public @Nullable MappedTechnician find(DeskTransaction transaction, String technicianId) {
        return joined(transaction)
                .where(TECHNICIAN.TECHNICIAN_ID.eq(technicianId))
                .fetchOne(MappedTechnicianRows::technician);
    }

    @Override
    public @Nullable MappedTechnician lock(DeskTransaction transaction, String technicianId) {
        return joined(transaction)
                .where(TECHNICIAN.TECHNICIAN_ID.eq(technicianId))
                .forNoKeyUpdate()
                .of(TECHNICIAN)
                .fetchOne(MappedTechnicianRows::technician);
    }

    @Override
    public List<MappedTechnician> page(
            DeskTransaction transaction,
            TechnicianFilter filter,
            @Nullable String after,
            int most) {
        return joined(transaction)
                .where(after == null ? DSL.noCondition() : TECHNICIAN.TECHNICIAN_ID.gt(after))
                .and(condition(filter))
                .orderBy(TECHNICIAN.TECHNICIAN_ID)
                .limit(most)
                .fetch(MappedTechnicianRows::technician);
    }

    private static Condition condition(TechnicianFilter filter) {
        var condition = DSL.noCondition();
        if (filter.mapped() != null) {
            condition =
                    condition.and(
                            filter.mapped()
                                    ? MAPPING.MICROSOFT_USER_ID.isNotNull()
                                    : MAPPING.MICROSOFT_USER_ID.isNull());
        }
        if (filter.active() != null) {
            condition = condition.and(TECHNICIAN.ACTIVE.eq(filter.active()));
        }
        if (filter.ignored() != null) {
            condition = condition.and(TECHNICIAN.IGNORED.eq(filter.ignored()));
        }
        var beginning = filter.beginning();
        return beginning == null
                ? condition
                : condition.and(
                        TECHNICIAN
                                .TECHNICIAN_ID
                                .startsWithIgnoreCase(beginning)
                                .or(TECHNICIAN.DISPLAY_NAME.startsWithIgnoreCase(beginning))
                                .or(TECHNICIAN.EMAIL.startsWithIgnoreCase(beginning)));
    }

    private static SelectOnConditionStep<Record> joined(DeskTransaction transaction) {
        return sql(transaction)
                .select(TECHNICIAN.fields())
                .select(MAPPING.fields())
                .select(HOLDER.TECHNICIAN_ID)
                .from(TECHNICIAN)
                .leftJoin(MAPPING)
                .on(MAPPING.SERVICE_DESK_ID.eq(TECHNICIAN.SERVICE_DESK_ID))
                .and(MAPPING.TECHNICIAN_ID.eq(TECHNICIAN.TECHNICIAN_ID))
                .leftJoin(HOLDER)
                .on(HOLDER.SERVICE_DESK_ID.eq(TECHNICIAN.SERVICE_DESK_ID))
                .and(HOLDER.PUBLISHED_ACCOUNT.eq(MAPPING.MICROSOFT_USER_ID))
                .and(HOLDER.TECHNICIAN_ID.ne(TECHNICIAN.TECHNICIAN_ID))
                .and(TECHNICIAN.ACTIVE)
                .andNot(TECHNICIAN.IGNORED);
    }

    private static MappedTechnician technician(Record row) {
        var technician = row.into(TECHNICIAN);
        return new MappedTechnician(
                new Technician(
                        technician.getTechnicianId(),
                        technician.getDisplayName(),
                        technician.getEmail(),
                        technician.getActive(),
                        technician.getIgnored()),
                technician.getUpdatedAt(),
                MappingRows.mapping(row),
                row.get(HOLDER.TECHNICIAN_ID));
    }
}
