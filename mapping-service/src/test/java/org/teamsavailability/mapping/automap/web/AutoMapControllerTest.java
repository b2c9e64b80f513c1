package org.teamsavailability.mapping.automap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.automap.FakeTenant;
import tools.jackson.databind.json.JsonMapper;

@SharedApi
@ResourceLock("the directory of SharedApi")
class AutoMapControllerTest {

    private static final String ROUTES = "/public-api/teams-availability";
    private static final String PATH = ROUTES + "/auto-map";
    private static final String SETTINGS = ROUTES + "/settings";

    private final TestApi api;
    private final FakeTenant tenant;

    private TestApi.Desk desk;
    private TestApi.Desk reader;
    private UUID team = new UUID(0, 0);

    AutoMapControllerTest(TestApi api) {
        this.api = api;
        tenant = api.directory().teams();
    }

    @BeforeEach
    void aConnectedDesk() {
        desk = newDesk();
        reader = api.desk(desk.id(), Scope.READ);
        desk.connect("GRANTED");
        desk.upload(
                """
                technicianId,displayName,email
                anna,anna,anna@x.example
                ben,ben,b@mail.example
                cid,cid,
                """);
        team =
                tenant.team(
                        "Service Desk",
                        new Account(
                                new UUID(0, 1),
                                "anna@x.example",
                                null,
                                "Anna",
                                true,
                                true,
                                List.of(),
                                List.of()),
                        new Account(
                                new UUID(0, 2),
                                "ben@x.example",
                                null,
                                "Ben",
                                true,
                                false,
                                List.of("b@mail.example"),
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {"none", "null", "{}", "{\"teamIds\": []}", "{\"teamIds\": null}"})
    void withoutTeamsEveryTeamIsRead(@Nullable String body) {
        var answer = body == null ? desk.post(PATH) : desk.post(PATH, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("scope").asString()).isEqualTo("FULL");
    }

    @Test
    void answersWithTheReview() {
        var answer = desk.post(PATH + "?wait=60", "{\"teamIds\": [\"%s\"]}".formatted(team));

        var body = answer.body();
        var expected =
                """
                {"state": "DONE", "scope": "TEAMS", "dryRun": false, "complete": true,
                 "progress": {"teamsDone": 1, "teamsTotal": 1}, "problem": null,
                 "matched": [{"technicianId": "anna",
                   "microsoftUserId": "00000000-0000-0000-0000-000000000001",
                   "userPrincipalName": "anna@x.example", "by": "UPN", "flags": ["GUEST"]}],
                 "unmatched": [
                   {"technicianId": "ben", "why": "NO_ACCOUNT", "flags": [], "suggestions": [
                     {"microsoftUserId": "00000000-0000-0000-0000-000000000002",
                      "userPrincipalName": "ben@x.example", "because": "ALIAS", "flags": []}]},
                   {"technicianId": "cid", "why": "NO_EMAIL", "flags": [], "suggestions": []}],
                 "incompleteBecause": [], "unreadTeams": [], "notes": [],
                 "conflicts": [], "cleared": [], "heldBack": [], "keptManual": []}
                """;
        JsonMapper.shared()
                .readTree(expected)
                .properties()
                .forEach(it ->
                        assertThat(body.path(it.getKey()))
                                .as(it.getKey())
                                .isEqualTo(it.getValue()));
        assertThat(body.path("startedAt").asString()).endsWith("Z");
        assertThat(reader.get(PATH + "/" + body.path("runId").asString()).body()).isEqualTo(body);
    }

    @Test
    void aRunThatTakesLongerIsFoundAtItsLocation() {
        var held = newDesk();
        held.connect("GRANTED");
        tenant.holdUp();

        var accepted = held.post(PATH + "?wait=0");
        var busy = held.post(PATH);
        tenant.letAllPass();

        var location = String.valueOf(accepted.header("Location"));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body().path("state").asString()).isEqualTo("RUNNING");
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.header("Location")).isEqualTo(location);
        assertThat(busy.body().path("type").asString())
                .isEqualTo("urn:teams-availability:auto-map-running");
        await().until(() -> held.get(location).body().path("state").asString().equals("DONE"));
        assertThat(desk.get(location).status()).isEqualTo(404);
    }

    @Test
    void theMostTeamsAreFiveHundred() {
        var answer = desk.post(PATH, teams(501));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("detail").asString()).contains("501");
        assertThat(desk.post(PATH + "?wait=0", teams(500)).status()).isIn(200, 202);
    }

    private TestApi.Desk newDesk() {
        return api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }

    private static String teams(int count) {
        var ids = Collections.nCopies(count, "\"" + new UUID(7, 7) + "\"");
        return "{\"teamIds\": [" + String.join(",", ids) + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?wait=-1|{}|422",
                "?wait=61|{}|422",
                "?wait=soon|{}|400",
                "''|{\"teamIds\": [\"1-1-1-1-1\"]}|422",
                "''|{\"teamIds\": [null]}|422",
                "''|{\"teamIds\": \"x\"}|400",
                "''|{\"teams\": []}|400",
                "''|{\"dryRun\": 7.5}|400",
                "''|{\"confirmClears\": -1}|422",
                "''|{\"confirmClears\": 1, \"dryRun\": true}|422",
                "''|{\"confirmClears\": 1, \"teamIds\":"
                        + " [\"00000000-0000-0000-0000-000000000001\"]}|422",
                "''|{\"confirmClears\": \"all\"}|400",
                "''|{\"ifUnchangedSince\": \"x\"}|422",
                "''|{\"ifUnchangedSince\": \"00000000-0000-0000-0000-000000000001\","
                        + " \"dryRun\": true}|422",
                "''|[]|400",
                "''|{|400",
            })
    void refusesWhatItCannotTake(String query, String body, int status) {
        var answer = desk.post(PATH + query, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("type").asString()).startsWith("urn:teams-availability:");
    }

    @Test
    void saysWhatIsHeldBackAndTakesOnlyItsNumber() {
        desk.post(PATH + "?wait=60", "{\"teamIds\": [\"%s\"]}".formatted(team));
        desk.upload(
                """
                technicianId,displayName,email
                anna,anna,moved@x.example
                """);

        var held = desk.post(PATH + "?wait=60");
        var differs = desk.post(PATH + "?wait=60", "{\"confirmClears\": 2}");
        var confirmed = desk.post(PATH + "?wait=60", "{\"confirmClears\": 1}");

        assertThat(held.body().path("heldBack").toString()).isEqualTo("[\"anna\"]");
        assertThat(held.body().path("notes").toString()).contains("confirmClears 1");
        assertThat(differs.status()).isEqualTo(409);
        assertThat(differs.body().path("type").asString())
                .isEqualTo("urn:teams-availability:clears-differ");
        assertThat(differs.header("Location")).isNotNull();
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body().path("cleared").toString()).isEqualTo("[\"anna\"]");
    }

    @Test
    void namesATeamThatCannotBeRead() {
        var hidden = tenant.team("Hidden " + desk.id());
        tenant.fail(
                hidden,
                new GraphFailure.PermissionMissing(
                        403, "r", GraphPermission.GROUP_MEMBER_READ_ALL));

        var body =
                desk.post(
                                PATH + "?wait=60",
                                "{\"teamIds\": [\"%s\", \"%s\"]}".formatted(team, hidden))
                        .body();
        tenant.recover(hidden);

        assertThat(body.path("state").asString()).isEqualTo("DONE");
        assertThat(body.path("complete").asBoolean()).isFalse();
        assertThat(body.path("incompleteBecause").toString()).isEqualTo("[\"TEAMS_NOT_READ\"]");
        assertThat(body.path("unreadTeams").path(0).path("teamId").asString())
                .isEqualTo(hidden.toString());
        assertThat(body.path("unreadTeams").path(0).path("reason").asString())
                .isEqualTo("FORBIDDEN");
        assertThat(body.path("matched").path(0).path("technicianId").asString()).isEqualTo("anna");
    }

    @Test
    void withoutAConnectionItSaysThatTeamsCannotBeListedYet() {
        var answer = newDesk().post(PATH);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("title").asString()).isEqualTo("Teams can't be listed yet");
    }

    @Test
    void readingDoesNotAllowRunning() {
        assertThat(reader.post(PATH).status()).isEqualTo(403);
        assertThat(reader.put(SETTINGS, "{\"dailyAutoMap\": true}").status()).isEqualTo(403);
    }

    @Test
    void nobodysRunIsNotFound() {
        assertThat(desk.get(PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(desk.get(PATH + "/x").status()).isEqualTo(404);
    }

    @Test
    void theDailyRunIsASetting() {
        var before = reader.get(SETTINGS).body();
        var put = desk.put(SETTINGS, "{\"dailyAutoMap\": true}");

        assertThat(before.path("dailyAutoMap").asBoolean()).isFalse();
        assertThat(put.status()).isEqualTo(200);
        assertThat(reader.get(SETTINGS).body().path("dailyAutoMap").asBoolean()).isTrue();
        assertThat(desk.put(SETTINGS, "{}").status()).isEqualTo(422);
        assertThat(desk.put(SETTINGS, "{\"daily\": true}").status()).isEqualTo(400);
    }
}
