package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.outbox.persistence.DeskEntryRows;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class RepublicationTest {

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final DSLContext owner = database.asOwner();
    private final Republication republication =
            new Republication(
                    database.deskTransactions(),
                    database.desks(),
                    new DeskEntryRows(),
                    new AuditRows(Clock.systemUTC(), JsonMapper.shared()));

    @BeforeEach
    void threeDesksOfWhichNothingIsMarked() {
        for (String desk : List.of("northwind", "fabrikam", "contoso")) {
            database.createDesk(desk);
            database.transactions()
                    .run(
                            desk,
                            transaction -> {
                                technician(transaction, desk, "anna");
                                technician(transaction, desk, "ben");
                                map(transaction, desk, "anna");
                            });
        }
        owner.deleteFrom(MARK).where(MARK.KIND.ne("CHECK")).execute();
    }

    @Test
    void marksTheConnectionAndEveryTechnicianOfTheDeskWithOrWithoutAMapping() {
        var technicians = republication.desk("northwind", "key:1");

        assertThat(technicians).hasValue(2);
        assertThat(marked())
                .containsExactlyInAnyOrder(
                        "northwind CONNECTION ", "northwind MAPPING anna", "northwind MAPPING ben");
    }

    @Test
    void isInTheAudit() {
        var _ = republication.desk("northwind", "key:1");

        var entry = owner.selectFrom(AUDIT_ENTRY).fetchSingle();
        assertThat(entry.getServiceDeskId()).isEqualTo("northwind");
        assertThat(entry.getActor()).isEqualTo("key:1");
        assertThat(entry.getAction()).isEqualTo("desk.republished");
    }

    @Test
    void thereIsNothingToRepublishOfADeskThatDoesNotExist() {
        assertThat(republication.desk("nobody", "key:1")).isEmpty();

        assertThat(marked()).isEmpty();
    }

    @Test
    void marksEveryDeskOneAfterTheOther() {
        int desks = republication.allDesks("operator");

        assertThat(desks).isEqualTo(3);
        assertThat(marked()).hasSize(9);
        var inOrder =
                owner.select(MARK.SERVICE_DESK_ID)
                        .from(MARK)
                        .where(MARK.KIND.ne("CHECK"))
                        .orderBy(MARK.DUE_AT)
                        .fetchSet(MARK.SERVICE_DESK_ID);
        assertThat(inOrder).containsExactly("contoso", "fabrikam", "northwind");
    }

    @Test
    void comesAfterAChangeThatIsMadeMeanwhile() {
        database.transactions()
                .run(
                        "fabrikam",
                        transaction -> {
                            for (int i = 0; i < 3_000; i++) {
                                technician(transaction, "fabrikam", "technician-" + i);
                            }
                        });
        var _ = republication.desk("fabrikam", "key:1");
        database.transactions()
                .run(
                        "northwind",
                        transaction ->
                                transaction
                                        .update(MAPPING)
                                        .set(MAPPING.USER_PRINCIPAL_NAME, "new")
                                        .execute());

        var spread =
                Duration.between(dueAt("fabrikam", "anna"), dueAt("fabrikam", "technician-999"));
        assertThat(spread).isEqualTo(DeskEntries.PACE.multipliedBy(3_001));
        assertThat(dueAt("northwind", "anna")).isBeforeOrEqualTo(now());
    }

    @Test
    void doesNotDelayWhatIsMarkedAlready() {
        database.transactions()
                .run("northwind", transaction -> map(transaction, "northwind", "ben"));
        var before = dueAt("northwind", "ben");
        var version = version("northwind", "ben");

        var _ = republication.desk("northwind", "key:1");

        assertThat(dueAt("northwind", "ben")).isEqualTo(before);
        assertThat(version("northwind", "ben")).isGreaterThan(version);
    }

    private Instant now() {
        return owner.fetchSingle(DSL.select(DSL.currentInstant())).value1();
    }

    private List<String> marked() {
        return owner.selectFrom(MARK)
                .where(MARK.KIND.ne("CHECK"))
                .fetch(row ->
                        row.getServiceDeskId() + " " + row.getKind() + " " + row.getTechnicianId());
    }

    private Instant dueAt(String desk, String technician) {
        return owner.selectFrom(MARK)
                .where(MARK.SERVICE_DESK_ID.eq(desk))
                .and(MARK.TECHNICIAN_ID.eq(technician))
                .fetchSingle()
                .getDueAt();
    }

    private long version(String desk, String technician) {
        return owner.selectFrom(MARK)
                .where(MARK.SERVICE_DESK_ID.eq(desk))
                .and(MARK.TECHNICIAN_ID.eq(technician))
                .fetchSingle()
                .getVersion();
    }

    private static void technician(DSLContext transaction, String desk, String id) {
        transaction
                .insertInto(TECHNICIAN)
                .set(TECHNICIAN.SERVICE_DESK_ID, desk)
                .set(TECHNICIAN.TECHNICIAN_ID, id)
                .set(TECHNICIAN.DISPLAY_NAME, id)
                .set(TECHNICIAN.UPDATED_AT, Instant.now())
                .execute();
    }

    private static void map(DSLContext transaction, String desk, String id) {
        transaction
                .insertInto(MAPPING)
                .set(MAPPING.SERVICE_DESK_ID, desk)
                .set(MAPPING.TECHNICIAN_ID, id)
                .set(MAPPING.MICROSOFT_TENANT_ID, UUID.randomUUID())
                .set(MAPPING.MICROSOFT_USER_ID, UUID.randomUUID())
                .set(MAPPING.USER_PRINCIPAL_NAME, id)
                .set(MAPPING.ORIGIN, "MANUAL")
                .set(MAPPING.UPDATED_AT, Instant.now())
                .execute();
    }
}
