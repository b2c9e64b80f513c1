package org.teamsavailability.mapping.technician.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.MARK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SharedApi
class TechnicianUploadTest {

    private static final String ROUTE = "/public-api/technicians";

    private final TestApi api;

    private TestApi.Desk desk;

    TechnicianUploadTest(TestApi api) {
        this.api = api;
    }

    @BeforeEach
    void aDesk() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }

    @Test
    void saysHowManyWereCreatedUpdatedAndUnchanged() {
        put(technician("anna", "Anna", "anna@x.test"), technician("ben", "Ben", null));

        var answer =
                put(
                        technician("anna", "Anna", "anna@x.test"),
                        technician("ben", "Ben", "ben@x.test"),
                        technician("cleo", "Cleo", null));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo("{\"created\":1,\"updated\":1,\"unchanged\":1}");
        assertThat(desk.get(ROUTE + "/ben").body().get("email").asString()).isEqualTo("ben@x.test");
    }

    @Test
    void leavesWhoIsUnchangedAlone() {
        put(technician("anna", "Anna", null));
        var before = desk.get(ROUTE + "/anna");
        var audit = audit();

        put(technician("anna", " Anna ", ""));

        assertThat(desk.get(ROUTE + "/anna").body()).isEqualTo(before.body());
        assertThat(desk.get(ROUTE + "/anna").header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(audit()).isEqualTo(audit).isEqualTo(1);
    }

    @Test
    void marksWhoBecomesInactiveToBePublished() {
        put(technician("anna", "Anna", null));
        assertThat(marks()).isZero();

        put(Map.of("technicianId", "anna", "displayName", "Anna", "active", false));

        assertThat(marks()).isEqualTo(1);
        assertThat(desk.get(ROUTE + "/anna").body().get("active").asBoolean()).isFalse();
    }

    @Test
    void takesAllOrNoneAndNamesEveryWrongRow() {
        var answer =
                putAsWritten(
                        technician("anna", "Anna", null),
                        technician("a/b", " ", "x".repeat(321)),
                        technician("anna", "Anna too", null),
                        technician(null, "Nobody\u0000", null),
                        technician("nul\u0000", "HALF-A-PAIR", null),
                        null);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("type").asString())
                .isEqualTo("urn:teams-availability:invalid");
        assertThat(answer.body().get("errors").valueStream().map(this::shown))
                .containsExactly(
                        "2 technicianId holds a /, which ids may not",
                        "2 displayName is missing",
                        "2 email has 321 characters, but at most 320 are allowed",
                        "3 technicianId is the same as in row 1",
                        "4 technicianId is missing",
                        "4 displayName holds the control character U+0000, leave it out",
                        "5 technicianId holds the control character U+0000, leave it out",
                        "5 displayName holds the control character U+D800, leave it out",
                        "6 technicianId is missing",
                        "6 displayName is missing");
        assertThat(answer.body().at("/errors/0/pointer").asString())
                .isEqualTo("/technicians/1/technicianId");
        assertThat(desk.get(ROUTE).body().get("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"technicianId\": \"q1\", \"displayName\": \"Pat\"}",
                "{\"technicianId\": \"q1\", \"displayName\": \"Pat\", \"email\": \"p@x.test\"}",
                "{\"technicianId\": \"q1\", \"displayName\": \"Pat\", \"active\": false}"
            })
    void leavesWhatIsNotSaidAlone(String row) {
        aLeaver();

        var answer = desk.put(ROUTE, "{\"technicians\": [" + row + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(leaver()).isEqualTo("p@x.test inactive");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"technicianId\": \"q1\", \"displayName\": \"Pat\", \"email\": null}', null inactive",
        "'{\"technicianId\": \"q1\", \"displayName\": \"Pat\", \"email\": \" \"}', null inactive",
        "'{\"technicianId\": \"q1\", \"displayName\": \"Pat\", \"active\": null}', p@x.test active",
    })
    void clearsWhatIsNull(String row, String after) {
        aLeaver();

        desk.put(ROUTE, "{\"technicians\": [" + row + "]}");

        assertThat(leaver()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "'technicianId,displayName\nq1,Pat\n', p@x.test inactive",
        "'technicianId,displayName,email\nq1,Pat,\n', null inactive",
        "'technicianId,displayName,active\nq1,Pat,\n', p@x.test active",
    })
    void readsAFileOfSomeColumns(String file, String after) {
        aLeaver();

        var answer = desk.upload(file);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(leaver()).isEqualTo(after);
    }

    private void aLeaver() {
        desk.upload("technicianId,displayName,email,active\nq1,Pat,p@x.test,false\n");
    }

    private String leaver() {
        var technician = desk.get(ROUTE + "/q1").body();
        var email = technician.get("email");
        return (email.isNull() ? "null" : email.asString())
                + (technician.get("active").asBoolean() ? " active" : " inactive");
    }

    @Test
    void trimsIdsWhereverTheyComeIn() {
        put(technician(" t8\u00a0", "Gus", null));

        desk.upload("technicianId,displayName\nt8\u3000,Gus B\n");

        assertThat(desk.get(ROUTE).body().get("items").findValuesAsString("technicianId"))
                .containsExactly("t8");
        assertThat(desk.get(ROUTE + "/%20t8%C2%A0").body().get("displayName").asString())
                .isEqualTo("Gus B");
        assertThat(desk.get("/public-api/audit?technicianId=%C2%A0t8").body().get("items"))
                .hasSize(2);
        assertThat(desk.delete(ROUTE + "/t8%20").status()).isEqualTo(204);
    }

    @Test
    void refusesIdsThatLookTheSame() {
        var answer =
                put(
                        technician("t15", "Kim", null),
                        technician("t15 ", "Kim", null),
                        technician("t\u200b15", "Kim", null));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").valueStream().map(this::shown))
                .containsExactly(
                        "2 technicianId is the same as in row 1",
                        "3 technicianId holds the invisible character U+200B, leave it out");
    }

    @Test
    void namesAHundredErrorsAtMost() {
        var answer =
                desk.put(
                        ROUTE,
                        Map.of(
                                "technicians",
                                IntStream.range(0, 200)
                                        .mapToObj(it -> technician("t" + it, "", null))
                                        .toList()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors")).hasSize(100);
    }

    @Test
    void takesFiveThousandInFewStatementsAndNotOneMore() {
        var most = IntStream.range(0, 5_000).mapToObj(it -> technician("t" + it, "T", null));
        var technicians = new ArrayList<@Nullable Object>(most.toList());

        var taken = desk.put(ROUTE, Map.of("technicians", technicians));
        technicians.add(technician("one-more", "T", null));
        var refused = desk.put(ROUTE, Map.of("technicians", technicians));

        assertThat(taken.body().get("created").asInt()).isEqualTo(5_000);
        assertThat(audit()).isEqualTo(5_000);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("detail").asString())
                .isEqualTo("There are 5,001 technicians, send 1 to 5,000 at once.");
    }

    @Test
    void refusesWhatIsNoUpload() {
        for (var body :
                List.of(
                        "",
                        "null",
                        "[]",
                        "{",
                        "{\"technicians\":null}",
                        "{\"technicians\":[]}",
                        "{\"technicians\":[{\"technicianId\":\"a\",\"displayName\":\"A\",\"age\":1}]}",
                        "{\"technicians\":[{\"technicianId\":{},\"displayName\":\"A\"}]}")) {
            var answer = desk.put(ROUTE, body);

            assertThat(answer.status()).as(body).isIn(400, 422);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void readsNoOneElsesTechniciansAndWritesNone() {
        var other = api.desk("other-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        put(technician("anna", "Anna", null));

        other.put(ROUTE, Map.of("technicians", List.of(technician("anna", "Other", null))));

        assertThat(desk.get(ROUTE + "/anna").body().get("displayName").asString())
                .isEqualTo("Anna");
        assertThat(other.delete(ROUTE + "/anna").status()).isEqualTo(204);
        assertThat(other.get(ROUTE + "/anna").status()).isEqualTo(404);
        assertThat(desk.get(ROUTE + "/anna").status()).isEqualTo(200);
    }

    @Test
    void writesOnlyWithTheScopeWrite() {
        var reader = api.desk("reader-" + UUID.randomUUID(), Scope.READ);

        assertThat(reader.put(ROUTE, Map.of("technicians", List.of())).status()).isEqualTo(403);
        assertThat(reader.upload("technicianId,displayName\na,A\n").status()).isEqualTo(403);
        assertThat(reader.delete(ROUTE + "/a").status()).isEqualTo(403);
        assertThat(reader.put(ROUTE + "/a/teams-mapping", "{}").status()).isEqualTo(403);
        assertThat(reader.get(ROUTE).status()).isEqualTo(200);
    }

    /** JSON can say what no text may hold. */
    private TestApi.Answer putAsWritten(@Nullable Object... technicians) {
        var body =
                JsonMapper.shared()
                        .writeValueAsString(Map.of("technicians", Arrays.asList(technicians)));
        return desk.put(ROUTE, body.replace("HALF-A-PAIR", "\\ud800"));
    }

    private TestApi.Answer put(@Nullable Object... technicians) {
        return desk.put(ROUTE, Map.of("technicians", Arrays.asList(technicians)));
    }

    private static Map<String, @Nullable Object> technician(
            @Nullable String id, String name, @Nullable String email) {
        var technician = new HashMap<String, @Nullable Object>();
        technician.put("technicianId", id);
        technician.put("displayName", name);
        technician.put("email", email);
        return technician;
    }

    private String shown(JsonNode error) {
        return error.get("row").asInt()
                + " "
                + error.get("field").asString()
                + " "
                + error.get("message").asString();
    }

    private int audit() {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.fetchCount(
                                        AUDIT_ENTRY, AUDIT_ENTRY.ACTION.startsWith("technician.")));
    }

    private int marks() {
        return api.database()
                .transactions()
                .in(desk.id(), it -> it.fetchCount(MARK, MARK.KIND.eq("MAPPING")));
    }
}
