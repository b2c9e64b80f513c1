package org.teamsavailability.mapping.automap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.access.Scope;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutoMapControllerTest {

    private static final String PATH = "/auto-map";

    @AutoClose private final AutoMapApi api = new AutoMapApi();

    private String desk = "";
    private String key = "";
    private String reader = "";
    private UUID team = new UUID(0, 0);

    @BeforeEach
    void aConnectedDesk() {
        desk = "desk-" + UUID.randomUUID();
        key = api.desk(desk, Scope.READ, Scope.WRITE);
        reader = api.desk(desk, Scope.READ);
        api.connect(desk);
        api.technician(desk, "anna", "anna@x.example");
        api.technician(desk, "ben", "b@mail.example");
        api.technician(desk, "cid", null);
        team =
                api.tenant()
                        .team(
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
        var answer = api.post(key, PATH, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("scope").asString()).isEqualTo("FULL");
    }

    @Test
    void answersWithTheReview() {
        var answer = api.post(key, PATH, "{\"teamIds\": [\"%s\"]}".formatted(team));

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
                 "conflicts": [], "cleared": [], "keptManual": []}
                """;
        JsonMapper.shared()
                .readTree(expected)
                .properties()
                .forEach(it ->
                        assertThat(body.path(it.getKey()))
                                .as(it.getKey())
                                .isEqualTo(it.getValue()));
        assertThat(body.path("startedAt").asString()).endsWith("Z");
        assertThat(api.get(reader, PATH + "/" + body.path("runId").asString()).body())
                .isEqualTo(body);
    }

    @Test
    void aRunThatTakesLongerIsFoundAtItsLocation() {
        var held = "desk-" + UUID.randomUUID();
        var heldKey = api.desk(held, Scope.READ, Scope.WRITE);
        api.connect(held);
        api.tenant().holdUp();

        var accepted = api.post(heldKey, PATH + "?wait=0", null);
        var busy = api.post(heldKey, PATH, null);
        api.tenant().letPass(1000);

        var location = String.valueOf(accepted.location());
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body().path("state").asString()).isEqualTo("RUNNING");
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.location()).isEqualTo(location);
        assertThat(busy.body().path("type").asString())
                .isEqualTo("urn:teams-availability:auto-map-running");
        var path = location.substring("/public-api/teams-availability".length());
        await().until(() -> api.get(heldKey, path).body().path("state").asString().equals("DONE"));
        assertThat(api.get(key, path).status()).isEqualTo(404);
    }

    @Test
    void theMostTeamsAreFiveHundred() {
        var answer = api.post(key, PATH, teams(501));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("detail").asString()).contains("501");
        assertThat(api.post(key, PATH + "?wait=0", teams(500)).status()).isIn(200, 202);
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
                "''|[]|400",
                "''|{|400",
            })
    void refusesWhatItCannotTake(String query, String body, int status) {
        var answer = api.post(key, PATH + query, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("type").asString()).startsWith("urn:teams-availability:");
    }

    @Test
    void withoutAConnectionItSaysThatTeamsCannotBeListedYet() {
        var unconnected = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);

        var answer = api.post(unconnected, PATH, null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("title").asString()).isEqualTo("Teams can't be listed yet");
    }

    @Test
    void readingDoesNotAllowRunning() {
        assertThat(api.post(reader, PATH, null).status()).isEqualTo(403);
        assertThat(api.put(reader, "/settings", "{\"dailyAutoMap\": true}").status())
                .isEqualTo(403);
    }

    @Test
    void nobodysRunIsNotFound() {
        assertThat(api.get(key, PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api.get(key, PATH + "/x").status()).isEqualTo(400);
    }

    @Test
    void theDailyRunIsASetting() {
        var before = api.get(reader, "/settings").body();
        var put = api.put(key, "/settings", "{\"dailyAutoMap\": true}");

        assertThat(before.path("dailyAutoMap").asBoolean()).isFalse();
        assertThat(put.status()).isEqualTo(200);
        assertThat(api.get(reader, "/settings").body().path("dailyAutoMap").asBoolean()).isTrue();
        assertThat(api.put(key, "/settings", "{}").status()).isEqualTo(422);
        assertThat(api.put(key, "/settings", "{\"daily\": true}").status()).isEqualTo(400);
    }
}
