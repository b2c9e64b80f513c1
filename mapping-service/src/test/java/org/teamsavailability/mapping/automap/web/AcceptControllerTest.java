package org.teamsavailability.mapping.automap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.AUTO_MAP_RUN;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;
import tools.jackson.databind.JsonNode;

/** Of {@code ben} the run suggests one account, of {@code dan} two, of {@code cid} none. */
@SharedApi
@ResourceLock("the directory of SharedApi")
class AcceptControllerTest {

    private static final String PATH = "/public-api/teams-availability/auto-map";

    private final TestApi api;

    private TestApi.Desk desk;
    private UUID team;
    private String run = "";

    AcceptControllerTest(TestApi api) {
        this.api = api;
        desk = newDesk();
        team = new UUID(0, 0);
    }

    @BeforeEach
    void aRunWithSuggestions() {
        desk = newDesk();
        desk.connect("GRANTED");
        desk.upload("technicianId,displayName\nben,Ben\ncid,Cid\ndan,Dan\neva,Eva\nfay,Fay\n");
        team =
                api.directory()
                        .teams()
                        .team(
                                "Suggested",
                                account(1, "Ben"),
                                account(2, "Dan"),
                                account(3, "Dan"),
                                account(4, "Eva"),
                                account(5, "Fay"));
        run = run(false);
    }

    @Test
    void mapsByHandWhatWasSuggested() {
        var answer = accept("ben", "eva");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).isEqualTo("{\"accepted\":2,\"unchanged\":0}");
        assertThat(mapping("ben").path("origin").asString()).isEqualTo("MANUAL");
        assertThat(mapping("ben").path("userPrincipalName").asString())
                .isEqualTo("user1@x.example");
        assertThat(details("ben"))
                .isEqualTo(
                        Map.of("runId", run, "microsoftUserId", new UUID(9, 1).toString())
                                .toString());
    }

    @Test
    void changesNothingWhenItIsRepeated() {
        accept("ben");

        var repeated = accept("ben", "ben");

        assertThat(repeated.body().toString()).isEqualTo("{\"accepted\":0,\"unchanged\":1}");
        assertThat(actions("ben")).containsExactly("technician.created", "mapping.set");
    }

    @Test
    void takesSuggestionsOfADryRun() {
        run = run(true);

        assertThat(accept("ben").status()).isEqualTo(200);
    }

    @Test
    void mapsNobodyWhereOneHasNoSuggestionOrSeveral() {
        var answer = accept("ben", "cid", "dan", "nobody");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/technicianIds/1", "/technicianIds/2", "/technicianIds/3");
        assertThat(answer.body().toString()).contains("has 2 suggestions, choose one");
        assertThat(mapping("ben").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mapped", "ignored", "inactive", "taken"})
    void refusesWhatHasChangedSinceTheRun(String change) {
        switch (change) {
            case "mapped" -> map("ben", 4);
            case "ignored" -> desk.put(technician("ben") + "/ignored", Map.of("ignored", true));
            case "inactive" -> desk.upload("technicianId,displayName,active\nben,Ben,false\n");
            default -> map("cid", 1);
        }

        var answer = accept("eva", "fay", "ben");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("type").asString())
                .isEqualTo("urn:teams-availability:changed-since-run");
        assertThat(answer.body().path("technicianId").asString()).isEqualTo("ben");
        assertThat(mapping("fay").isNull()).isTrue();
    }

    @Test
    void refusesSuggestionsOfAnotherTenant() {
        api.database()
                .transactions()
                .run(
                        desk.id(),
                        it ->
                                it.execute(
                                        "update connection set microsoft_tenant_id ="
                                                + " gen_random_uuid()"));

        assertThat(accept("ben").status()).isEqualTo(409);
    }

    @Test
    void saysThatSuggestionsAreNotKnown() {
        var other = UUID.randomUUID();
        api.database()
                .transactions()
                .run(
                        desk.id(),
                        it ->
                                it.insertInto(AUTO_MAP_RUN)
                                        .set(AUTO_MAP_RUN.RUN_ID, other)
                                        .set(AUTO_MAP_RUN.SERVICE_DESK_ID, desk.id())
                                        .set(AUTO_MAP_RUN.STATE, "DONE")
                                        .set(AUTO_MAP_RUN.SCOPE, "FULL")
                                        .set(AUTO_MAP_RUN.DRY_RUN, true)
                                        .set(AUTO_MAP_RUN.ALIVE_UNTIL, Instant.now())
                                        .set(AUTO_MAP_RUN.STARTED_AT, Instant.now())
                                        .execute());
        run = other.toString();

        var answer = accept("ben");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("type").asString())
                .isEqualTo("urn:teams-availability:suggestions-not-known");
    }

    @Test
    void knowsNoOtherRun() {
        run = UUID.randomUUID().toString();

        assertThat(accept("ben").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|/technicianIds",
                "{\"technicianIds\": []}|422|/technicianIds",
                "{\"technicianIds\": [null]}|422|/technicianIds/0",
                "{\"technicianIds\": [7]}|400|/technicianIds/0",
            })
    void namesTheFieldThatItRefuses(String body, int status, String pointer) {
        var answer = desk.post(PATH + "/" + run + "/accept", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void takesAtMostFiveHundredAndNeedsTheScopeWrite() {
        var many = Collections.nCopies(501, "ben").toArray(String[]::new);
        var reader = api.desk(desk.id(), Scope.READ);

        assertThat(accept(many).status()).isEqualTo(422);
        assertThat(reader.post(PATH + "/" + run + "/accept", "{}").status()).isEqualTo(403);
    }

    private TestApi.Desk newDesk() {
        return api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }

    private String run(boolean dryRun) {
        return desk.post(
                        PATH + "?wait=60",
                        "{\"teamIds\": [\"%s\"], \"dryRun\": %s}".formatted(team, dryRun))
                .body()
                .path("runId")
                .asString();
    }

    private TestApi.Answer accept(String... technicians) {
        var ids = Arrays.stream(technicians).map("\"%s\""::formatted);
        return desk.post(
                PATH + "/" + run + "/accept",
                "{\"technicianIds\": [" + ids.collect(Collectors.joining(",")) + "]}");
    }

    private void map(String technician, int account) {
        var body =
                Map.of(
                        "microsoftUserId", new UUID(9, account).toString(),
                        "userPrincipalName", "user%d@x.example".formatted(account));
        api.directory().has(desk.tenant(), account(account, "Any"));
        assertThat(desk.put(technician(technician) + "/teams-mapping", body).status())
                .isEqualTo(200);
    }

    private static String technician(String id) {
        return "/public-api/technicians/" + id;
    }

    private JsonNode mapping(String technician) {
        return desk.get(technician(technician)).body().path("mapping");
    }

    private static Account account(int number, String name) {
        return new Account(
                new UUID(9, number),
                "user%d@x.example".formatted(number),
                null,
                name,
                true,
                false,
                List.of(),
                List.of());
    }

    private List<String> actions(String technician) {
        return entries(technician, "action");
    }

    private String details(String technician) {
        var last = desk.get("/public-api/audit?technicianId=" + technician).body();
        var details = last.path("items").path(0).path("details");
        return Map.of(
                        "runId", details.path("runId").asString(),
                        "microsoftUserId", details.path("microsoftUserId").asString())
                .toString();
    }

    private List<String> entries(String technician, String column) {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.select(AUDIT_ENTRY.field(column, String.class))
                                        .from(AUDIT_ENTRY)
                                        .where(AUDIT_ENTRY.TECHNICIAN_ID.eq(technician))
                                        .orderBy(AUDIT_ENTRY.AUDIT_ENTRY_ID)
                                        .fetch(0, String.class));
    }
}
