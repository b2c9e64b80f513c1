package org.teamsavailability.mapping.technician.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_OUTCOME;
import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_RUN;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.MARK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
class TechnicianControllerTest {

    private static final String ROUTE = "/public-api/technicians";

    private final TestApi api;

    private TestApi.Desk desk;

    TechnicianControllerTest(TestApi api) {
        this.api = api;
    }

    @BeforeEach
    void aDeskWithTechnicians() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        desk.upload(
                """
                technicianId,displayName,email,active
                anna,Anna Berg,anna@x.test,true
                ben,Ben Çelik,,false
                t 3,Cleo_%,X3@y.test,true
                Ünal,Ümit,,true
                """);
        mapped("anna", "AUTO_MAPPED");
    }

    @Test
    void importsAFile() {
        var answer = desk.upload("technicianId,displayName\r\nanna,Anna\r\nnew,New\r\n");
        var refused = desk.upload("technicianId,displayName\nanna,\n");
        var noCsv = desk.upload(new byte[0], "application/json");

        assertThat(answer.body().toString())
                .isEqualTo("{\"created\":1,\"updated\":1,\"unchanged\":0}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").get(0).get("row").asInt()).isEqualTo(2);
        assertThat(noCsv.status()).isEqualTo(415);
    }

    @Test
    void showsATechnicianWithTheMapping() {
        var answer = desk.get(ROUTE + "/anna").body();

        assertThat(answer.get("displayName").asString()).isEqualTo("Anna Berg");
        assertThat(answer.get("active").asBoolean()).isTrue();
        assertThat(answer.get("mapping").get("origin").asString()).isEqualTo("AUTO_MAPPED");
        assertThat(answer.get("mapping").get("accountState").asString()).isEqualTo("OK");
        assertThat(answer.get("mapping").get("userPrincipalName").asString())
                .isEqualTo("anna@tenant.test");
        assertThat(Instant.parse(answer.get("mapping").get("updatedAt").asString()))
                .isBefore(Instant.now());
        assertThat(answer.get("mapping").propertyNames())
                .containsExactlyInAnyOrder(
                        "microsoftUserId",
                        "userPrincipalName",
                        "origin",
                        "accountState",
                        "updatedAt");
        assertThat(desk.get(ROUTE + "/ben").body().get("mapping").isNull()).isTrue();
    }

    @Test
    void listsPageByPageEachOnce() {
        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page =
                    desk.get(ROUTE + "?limit=1" + (cursor == null ? "" : "&cursor=" + cursor))
                            .body();
            assertThat(page.get("items")).hasSize(1);
            seen.add(page.get("items").get(0).get("technicianId").asString());
            cursor = page.get("nextCursor").stringValueOpt().orElse(null);
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrder("anna", "ben", "t 3", "Ünal");
    }

    @ParameterizedTest
    @CsvSource({
        "mapped=true, anna",
        "mapped=false, ben;t 3;Ünal",
        "active=false, ben",
        "active=true&mapped=false, t 3;Ünal",
        "ignored=true, ''",
        "ignored=false&active=false, ben",
        "q=AN, anna",
        "q=cleo_%25, t 3",
        "q=x3@, t 3",
        "q=%25, ''",
        "q=, anna;ben;t 3;Ünal",
    })
    void filters(String query, String expected) {
        var items = desk.get(ROUTE + "?" + query).body().get("items");

        assertThat(items.valueStream().map(item -> item.get("technicianId").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        expected.isEmpty() ? List.of() : List.of(expected.split(";")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?q=%00", "?mapped=x", "?limit=x"})
    void namesTheParameterThatItRefuses(String query) {
        var answer = desk.get(ROUTE + query);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.body().at("/errors/0/parameter").asString())
                .isEqualTo(query.substring(1, query.indexOf('=')));
        assertThat(answer.body().get("detail").asString()).endsWith(".");
    }

    @Test
    void answersAConditionalReadOfTheSameStateWithoutIt() {
        var tag = desk.get(ROUTE + "/anna").header("ETag");

        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(desk.get(ROUTE + "/anna", "If-None-Match", String.valueOf(tag)).status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a%C2%85b"})
    void knowsNobodyElse(String id) {
        assertThat(desk.get(ROUTE + "/" + id).status()).isEqualTo(404);
        assertThat(desk.delete(ROUTE + "/" + id).status()).isEqualTo(404);
        assertThat(desk.put(ROUTE + "/" + id + "/teams-mapping", "{}").status()).isEqualTo(404);
    }

    @Test
    void erasesEveryRowAndLeavesATombstoneToPublish() {
        outcomeOfARun("anna");
        var before = marks("anna");

        assertThat(desk.delete(ROUTE + "/anna").status()).isEqualTo(204);

        assertThat(desk.get(ROUTE + "/anna").status()).isEqualTo(404);
        assertThat(desk.delete(ROUTE + "/anna").status()).isEqualTo(404);
        assertThat(count("mapping")).isZero();
        assertThat(count("auto_map_outcome")).isZero();
        assertThat(marks("anna")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void keepsAHashInPlaceOfAnErasedTechnicianInTheAudit() {
        desk.delete(ROUTE + "/anna");

        var entries =
                api.database()
                        .transactions()
                        .in(
                                desk.id(),
                                it ->
                                        it.selectFrom(AUDIT_ENTRY)
                                                .where(AUDIT_ENTRY.ACTION.startsWith("technician."))
                                                .orderBy(AUDIT_ENTRY.AUDIT_ENTRY_ID)
                                                .fetch());

        assertThat(entries.toString()).doesNotContain("anna");
        assertThat(entries.getLast().getAction()).isEqualTo("technician.erased");
        assertThat(entries.getLast().getTechnicianId())
                .matches("erased:[0-9a-f]{64}")
                .isEqualTo(entries.getFirst().getTechnicianId());
        assertThat(entries.getValues(AUDIT_ENTRY.TECHNICIAN_ID)).contains("ben");
    }

    private void mapped(String technicianId, String origin) {
        run(it ->
                it.insertInto(MAPPING)
                        .set(MAPPING.SERVICE_DESK_ID, desk.id())
                        .set(MAPPING.TECHNICIAN_ID, technicianId)
                        .set(MAPPING.MICROSOFT_TENANT_ID, UUID.randomUUID())
                        .set(MAPPING.MICROSOFT_USER_ID, UUID.randomUUID())
                        .set(MAPPING.USER_PRINCIPAL_NAME, technicianId + "@tenant.test")
                        .set(MAPPING.ORIGIN, origin)
                        .set(MAPPING.UPDATED_AT, Instant.parse("2026-01-01T00:00:00Z"))
                        .execute());
    }

    private void outcomeOfARun(String technicianId) {
        var run = UUID.randomUUID();
        run(it -> {
            it.insertInto(AUTO_MAP_RUN)
                    .set(AUTO_MAP_RUN.RUN_ID, run)
                    .set(AUTO_MAP_RUN.SERVICE_DESK_ID, desk.id())
                    .set(AUTO_MAP_RUN.STATE, "DONE")
                    .set(AUTO_MAP_RUN.SCOPE, "FULL")
                    .set(AUTO_MAP_RUN.DRY_RUN, false)
                    .set(AUTO_MAP_RUN.ALIVE_UNTIL, Instant.now())
                    .set(AUTO_MAP_RUN.STARTED_AT, Instant.now())
                    .execute();
            it.insertInto(AUTO_MAP_OUTCOME)
                    .set(AUTO_MAP_OUTCOME.RUN_ID, run)
                    .set(AUTO_MAP_OUTCOME.SERVICE_DESK_ID, desk.id())
                    .set(AUTO_MAP_OUTCOME.TECHNICIAN_ID, technicianId)
                    .set(AUTO_MAP_OUTCOME.OUTCOME, "MATCHED")
                    .execute();
        });
    }

    private void run(Consumer<DSLContext> work) {
        api.database().transactions().run(desk.id(), work);
    }

    private int count(String table) {
        return api.database().transactions().in(desk.id(), it -> it.fetchCount(DSL.table(table)));
    }

    private List<Long> marks(String technicianId) {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.select(MARK.VERSION)
                                        .from(MARK)
                                        .where(MARK.TECHNICIAN_ID.eq(technicianId))
                                        .and(MARK.KIND.eq("MAPPING"))
                                        .fetch(MARK.VERSION));
    }
}
