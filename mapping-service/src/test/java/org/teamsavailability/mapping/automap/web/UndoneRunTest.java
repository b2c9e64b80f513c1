package org.teamsavailability.mapping.automap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/**
 * A first run maps {@code anna} and {@code ben}. The last one gives anna's account to {@code cid}
 * and another one to anna, and clears ben.
 */
@SharedApi
@ResourceLock("the directory of SharedApi")
class UndoneRunTest {

    private static final String PATH = "/public-api/teams-availability/auto-map";
    private static final String TECHNICIANS = "/public-api/technicians/";

    private final TestApi api;

    private TestApi.Desk desk;
    private UUID team = new UUID(0, 0);
    private String first = "";
    private String last = "";

    UndoneRunTest(TestApi api) {
        this.api = api;
        desk = newDesk();
    }

    @BeforeEach
    void twoRuns() {
        desk = newDesk();
        desk.connect("GRANTED");
        team = api.directory().teams().team("Undone", account(1), account(2), account(3));
        emails("anna,user1@u.example", "ben,user2@u.example", "cid,");
        first = run();
        emails("anna,user3@u.example", "ben,gone@u.example", "cid,user1@u.example");
        last = desk.post(PATH + "?wait=60").body().path("runId").asString();
        assertThat(accounts()).isEqualTo(Map.of("anna", 3, "cid", 1));
    }

    @Test
    void restoresWhatTheRunChanged() {
        var answer = undo(last);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("undoneAt").asString()).endsWith("Z");
        assertThat(accounts()).isEqualTo(Map.of("anna", 1, "ben", 2));
        assertThat(published()).isEqualTo(2);
        assertThat(lastAction("anna")).isEqualTo("mapping.restored");
        assertThat(lastAction("cid")).isEqualTo("mapping.removed");
        assertThat(desk.get("/public-api/audit?limit=1").body().at("/items/0/action").asString())
                .isEqualTo("auto-map.undone");
    }

    @Test
    void changesNothingWhenItIsRepeated() {
        var undone = undo(last);
        map("cid", 3);

        var repeated = undo(last);

        assertThat(repeated.body()).isEqualTo(undone.body());
        assertThat(accounts()).isEqualTo(Map.of("anna", 1, "ben", 2, "cid", 3));
    }

    @Test
    void undoesTheLastRunAlone() {
        var answer = undo(first);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("runId").asString()).isEqualTo(last);
        undo(last);
        assertThat(undo(first).status()).isEqualTo(409);
    }

    @Test
    void leavesOtherMappingsAlone() {
        desk.upload("technicianId,displayName\ndan,Dan\n");
        map("dan", 4);
        desk.put(TECHNICIANS + "anna/ignored", Map.of("ignored", true));

        assertThat(undo(last).status()).isEqualTo(200);
        assertThat(accounts()).isEqualTo(Map.of("anna", 1, "ben", 2, "dan", 4));
        assertThat(published()).isEqualTo(2);
    }

    @Test
    void leavesErasedTechniciansErased() {
        desk.delete(TECHNICIANS + "anna");

        assertThat(undo(last).status()).isEqualTo(200);
        assertThat(accounts()).isEqualTo(Map.of("ben", 2));
    }

    @ParameterizedTest
    @CsvSource({"cid,3,cid", "ben,4,ben", "dan,2,ben"})
    void isRefusedWhereSomethingHasChanged(String technician, int account, String named) {
        desk.upload("technicianId,displayName\ndan,Dan\n");
        map(technician, account);
        var before = accounts();

        var answer = undo(last);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("type").asString())
                .isEqualTo("urn:teams-availability:changed-since-run");
        assertThat(answer.body().path("technicianIds").toString()).contains(named);
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void isRefusedInAnotherTenant() {
        execute("update connection set microsoft_tenant_id = gen_random_uuid()");

        assertThat(undo(last).status()).isEqualTo(409);
    }

    @Test
    void isRefusedWhileAnotherRuns() {
        var held = api.directory().teams();
        held.holdUp();
        var running = desk.post(PATH + "?wait=0", "{\"dryRun\": true}");
        await().until(() -> held.nowAtOnce() > 0);

        var answer = undo(last);
        held.letAllPass();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Location")).isEqualTo(running.header("Location"));
        var location = String.valueOf(running.header("Location"));
        await().until(() -> !desk.get(location).body().path("state").asString().equals("RUNNING"));
    }

    @Test
    void hasNothingToUndoOfADryRun() {
        var dry =
                desk.post(
                        PATH + "?wait=60",
                        "{\"teamIds\":[\"%s\"],\"dryRun\":true}".formatted(team));

        assertThat(undo(dry.body().path("runId").asString()).status()).isEqualTo(409);
        assertThat(undo(last).status()).isEqualTo(200);
    }

    @Test
    void endsAfterADay() {
        execute("update auto_map_run set started_at = now() - interval '25 hours'");

        assertThat(undo(last).status()).isEqualTo(404);
        assertThat(accounts()).isEqualTo(Map.of("anna", 3, "cid", 1));
    }

    @Test
    void needsTheScopeWriteAndARunOfTheDesk() {
        var reader = api.desk(desk.id(), Scope.READ);

        assertThat(reader.post(PATH + "/" + last + "/undo").status()).isEqualTo(403);
        assertThat(newDesk().post(PATH + "/" + last + "/undo").status()).isEqualTo(404);
    }

    private TestApi.Desk newDesk() {
        return api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }

    private void emails(String... rows) {
        for (var row : rows) {
            desk.upload("technicianId,displayName,email\n" + row.replace(",", ",T,") + "\n");
        }
    }

    private void execute(String statement) {
        api.database().transactions().run(desk.id(), it -> it.execute(statement));
    }

    private String run() {
        var run = desk.post(PATH + "?wait=60", "{\"teamIds\": [\"%s\"]}".formatted(team));
        assertThat(run.status()).isEqualTo(200);
        return run.body().path("runId").asString();
    }

    private TestApi.Answer undo(String run) {
        return desk.post(PATH + "/" + run + "/undo");
    }

    private void map(String technician, int account) {
        api.directory().has(desk.tenant(), account(account));
        var body =
                Map.of(
                        "microsoftUserId", account(account).id().toString(),
                        "userPrincipalName", "user%d@u.example".formatted(account));
        assertThat(desk.put(TECHNICIANS + technician + "/teams-mapping", body).status())
                .isEqualTo(200);
    }

    /** The numbers of accounts by technician. */
    private Map<String, Integer> accounts() {
        return desk.get("/public-api/technicians?mapped=true")
                .body()
                .path("items")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                it -> it.path("technicianId").asString(),
                                it ->
                                        Integer.parseInt(
                                                it.at("/mapping/userPrincipalName")
                                                        .asString()
                                                        .substring(4, 5))));
    }

    private int published() {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.fetch("select from mapping where published_account is not null")
                                        .size());
    }

    private String lastAction(String technician) {
        return desk.get("/public-api/audit?technicianId=" + technician)
                .body()
                .at("/items/0/action")
                .asString();
    }

    private static Account account(int number) {
        return new Account(
                new UUID(7, number),
                "user%d@u.example".formatted(number),
                null,
                null,
                true,
                false,
                List.of(),
                List.of());
    }
}
