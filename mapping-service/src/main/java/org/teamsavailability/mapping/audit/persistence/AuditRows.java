package org.teamsavailability.mapping.audit.persistence;

import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;
import static org.teamsavailability.mapping.desk.persistence.SqlTransaction.sql;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.audit.AuditEntry;
import org.teamsavailability.mapping.desk.DeskTransaction;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The entries of the transaction's desk. */
@Component
public final class AuditRows implements Audit {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final Clock clock;
    private final JsonMapper json;

    public AuditRows(Clock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void record(
            DeskTransaction transaction,
            String actor,
            String action,
            @Nullable String technicianId,
            Map<String, Object> details) {
        sql(transaction)
                .insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.SERVICE_DESK_ID, transaction.serviceDeskId())
                .set(AUDIT_ENTRY.AT, clock.instant())
                .set(AUDIT_ENTRY.ACTOR, actor)
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.TECHNICIAN_ID, technicianId)
                .set(AUDIT_ENTRY.DETAILS, JSONB.valueOf(json.writeValueAsString(details)))
                .execute();
    }

    @Override
    public void recordAll(
            DeskTransaction transaction, String actor, String action, List<String> technicianIds) {
        if (technicianIds.isEmpty()) {
            return;
        }
        var ids = DSL.unnest(technicianIds.toArray(String[]::new)).as("ids", "id");
        sql(transaction)
                .insertInto(
                        AUDIT_ENTRY,
                        AUDIT_ENTRY.SERVICE_DESK_ID,
                        AUDIT_ENTRY.AT,
                        AUDIT_ENTRY.ACTOR,
                        AUDIT_ENTRY.ACTION,
                        AUDIT_ENTRY.TECHNICIAN_ID)
                .select(
                        DSL.select(
                                        DSL.val(
                                                transaction.serviceDeskId(),
                                                AUDIT_ENTRY.SERVICE_DESK_ID),
                                        DSL.val(clock.instant(), AUDIT_ENTRY.AT),
                                        DSL.val(actor),
                                        DSL.val(action),
                                        ids.field("id", String.class))
                                .from(ids))
                .execute();
    }

    @Override
    public List<AuditEntry> newest(
            DeskTransaction transaction,
            @Nullable Long before,
            @Nullable String technicianId,
            int most) {
        return sql(transaction)
                .selectFrom(AUDIT_ENTRY)
                .where(before == null ? DSL.noCondition() : AUDIT_ENTRY.AUDIT_ENTRY_ID.lt(before))
                .and(
                        technicianId == null
                                ? DSL.noCondition()
                                : AUDIT_ENTRY.TECHNICIAN_ID.eq(technicianId))
                .orderBy(AUDIT_ENTRY.AUDIT_ENTRY_ID.desc())
                .limit(most)
                .fetch(row ->
                        new AuditEntry(
                                row.getAuditEntryId(),
                                row.getAt(),
                                row.getActor(),
                                row.getAction(),
                                row.getTechnicianId(),
                                json.readValue(row.getDetails().data(), DETAILS)));
    }

    @Override
    public void forget(DeskTransaction transaction, String technicianId) {
        byte[] key =
                Objects.requireNonNull(
                        sql(transaction)
                                .select(SERVICE_DESK.AUDIT_KEY)
                                .from(SERVICE_DESK)
                                .where(SERVICE_DESK.SERVICE_DESK_ID.eq(transaction.serviceDeskId()))
                                .fetchSingle(SERVICE_DESK.AUDIT_KEY));
        sql(transaction)
                .update(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.TECHNICIAN_ID, "erased:" + hash(key, technicianId))
                .set(AUDIT_ENTRY.DETAILS, JSONB.valueOf("{}"))
                .where(AUDIT_ENTRY.TECHNICIAN_ID.eq(technicianId))
                .execute();
    }

    private static String hash(byte[] key, String technicianId) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(technicianId.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
