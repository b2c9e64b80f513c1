package org.teamsavailability.mapping.automap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
@ResourceLock("the directory of SharedApi")
class OutdatedPreviewTest {

    private static final String ROUTES = "/public-api/teams-availability";
    private static final String PATH = ROUTES + "/auto-map";

    private final TestApi api;

    private TestApi.Desk desk;
    private UUID team = new UUID(0, 0);
    private String preview = "";

    OutdatedPreviewTest(TestApi api) {
        this.api = api;
        desk = newDesk();
    }

    @BeforeEach
    void aPreview() {
        desk = newDesk();
        desk.connect("GRANTED");
        desk.upload("technicianId,displayName,email\nanna,Anna,anna@p.example\nben,Ben,\n");
        team = api.directory().teams().team("Previewed", account());
        preview = preview();
    }

    @Test
    void runsWhereNothingHasChanged() {
        desk.put(ROUTES + "/settings", Map.of("dailyAutoMap", true));

        var answer = run(preview);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("matched")).hasSize(1);
        assertThat(run(preview()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"email", "name", "inactive", "ignored", "new", "erased", "mapped", "tenant"})
    void isRefusedWhereSomethingHasChanged(String what) {
        change(what);

        var answer = run(preview);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("type").asString())
                .isEqualTo("urn:teams-availability:preview-outdated");
        assertThat(answer.body().path("runId").asString()).isEqualTo(preview);
        assertThat(run(preview()).status()).isEqualTo(200);
    }

    @Test
    void isRefusedWhereSomethingChangesWhileItReads() {
        var held = api.directory().teams();
        held.holdUp();

        var accepted = desk.post(PATH + "?wait=0", body(preview));
        await().until(() -> held.nowAtOnce() > 0);
        change("name");
        held.letAllPass();

        assertThat(accepted.status()).isEqualTo(202);
        var location = String.valueOf(accepted.header("Location"));
        await().until(() -> desk.get(location).body().path("state").asString().equals("FAILED"));
        assertThat(desk.get(location).body().at("/problem/type").asString())
                .isEqualTo("urn:teams-availability:preview-outdated");
        assertThat(desk.get("/public-api/technicians?mapped=true").body().path("items")).isEmpty();
    }

    @Test
    void takesOnlyADryRunOfTheSameTeamsOfTheDesk() {
        var real = run(preview).body().path("runId").asString();
        var other = newDesk();
        other.connect("GRANTED");

        assertThat(run(real).status()).isEqualTo(422);
        assertThat(run(UUID.randomUUID().toString()).status()).isEqualTo(422);
        assertThat(other.post(PATH, body(preview)).status()).isEqualTo(422);
        var otherTeams = desk.post(PATH, "{\"ifUnchangedSince\": \"%s\"}".formatted(preview));
        assertThat(otherTeams.status()).isEqualTo(422);
        assertThat(otherTeams.body().path("detail").asString()).contains("other Teams");
        assertThat(otherTeams.body().at("/errors/0/pointer").asString())
                .isEqualTo("/ifUnchangedSince");
    }

    private void change(String what) {
        switch (what) {
            case "email" -> desk.upload("technicianId,displayName,email\nben,Ben,b@p.example\n");
            case "name" -> desk.upload("technicianId,displayName\nben,Benjamin\n");
            case "inactive" -> desk.upload("technicianId,displayName,active\nben,Ben,false\n");
            case "ignored" ->
                    desk.put("/public-api/technicians/ben/ignored", Map.of("ignored", true));
            case "new" -> desk.upload("technicianId,displayName\ncid,Cid\n");
            case "erased" -> desk.delete("/public-api/technicians/ben");
            case "mapped" -> mapByHand();
            default ->
                    api.database()
                            .transactions()
                            .run(
                                    desk.id(),
                                    it ->
                                            it.execute(
                                                    "update connection set microsoft_tenant_id ="
                                                            + " gen_random_uuid()"));
        }
    }

    private void mapByHand() {
        var account = api.directory().account(desk.tenant(), "ben@p.example");
        var body =
                Map.of(
                        "microsoftUserId",
                        account.id().toString(),
                        "userPrincipalName",
                        "ben@p.example");
        assertThat(desk.put("/public-api/technicians/ben/teams-mapping", body).status())
                .isEqualTo(200);
    }

    private TestApi.Desk newDesk() {
        return api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }

    private String preview() {
        return desk.post(
                        PATH + "?wait=60",
                        "{\"teamIds\": [\"%s\"], \"dryRun\": true}".formatted(team))
                .body()
                .path("runId")
                .asString();
    }

    private TestApi.Answer run(String since) {
        return desk.post(PATH + "?wait=60", body(since));
    }

    private String body(String since) {
        return "{\"teamIds\": [\"%s\"], \"ifUnchangedSince\": \"%s\"}".formatted(team, since);
    }

    private static Account account() {
        return new Account(
                new UUID(8, 1), "anna@p.example", null, "Anna", true, false, List.of(), List.of());
    }
}
