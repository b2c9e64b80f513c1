package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.API_KEY;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.mapping.access.Scope;

/** Two desks try every route of the contract on each other; a new route takes part by itself. */
class TwoDesksTest extends RunningService {

    private static final List<String> LISTS =
            List.of("listApiKeys", "listAudit", "listTechnicians", "listTeams");

    /** By operation. */
    private static final Map<String, List<String>> OTHER_SCOPES =
            Map.of(
                    "askAvailability", List.of("ask"),
                    "checkInstructions", List.of("read", "ask"),
                    "getAvailabilityRequest", List.of("ask"));

    private final Map<String, String> theirs = new LinkedHashMap<>();
    private String theirDesk = "";
    private String theirKey = "";

    @BeforeEach
    void aSecondDeskThatHasOneOfEach() {
        theirDesk = desk + "-other";
        theirKey = newDesk(theirDesk);
        upload(theirKey, "theirs");
        upload(key(), "ours");
        theirs.put("technicianId", "theirs");
        theirs.put("id", keyId(theirDesk));
        theirs.put("runId", UUID.randomUUID().toString());
        theirs.put("requestId", "their-request");
        ask(theirKey, "their-request");
    }

    @Test
    void findNothingOfEachOther() {
        theirs.put("runId", runOf(theirKey));
        var before = everything(theirKey);

        for (var operation : withIds()) {
            var answer = call(operation, key(), filled(operation));

            assertThat(answer.status()).as("%s", operation).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(theirDesk, "Theirs Name");
        }

        assertThat(everything(theirKey)).isEqualTo(before);
        assertThat(call(withIds().getFirst(), theirKey, filled(withIds().getFirst())).status())
                .isNotEqualTo(404);
    }

    private List<Contract.Operation> withIds() {
        var all =
                contract().operations().stream()
                        .filter(it -> !it.pathParameters().isEmpty())
                        .toList();
        assertThat(all)
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> assertThat(theirs.keySet()).containsAll(it.pathParameters()));
        return all;
    }

    @Test
    void changeNothingOfEachOtherByAnyRoute() {
        var before = everything(theirKey);

        for (var operation : contract().operations()) {
            var answer = call(operation, key(), filled(operation));

            assertThat(answer.status()).as("%s", operation).isLessThan(500);
            assertThat(answer.body())
                    .doesNotContain(theirDesk, "Theirs Name", theirs.get("id") + "\",\"name");
        }

        assertThat(everything(theirKey)).isEqualTo(before);
    }

    @Test
    void seeTheirOwnInLists() {
        assertThat(api("GET", "/technicians").body()).contains("ours").doesNotContain("theirs");
        assertThat(api(theirKey, "GET", "/technicians", null).body())
                .contains("theirs")
                .doesNotContain("ours");
        assertThat(api("GET", "/api-keys").json().path("items")).hasSize(1);
        assertThat(api("GET", "/audit?technicianId=theirs").json().path("items")).isEmpty();
        assertThat(contract().operations().stream().map(Contract.Operation::id))
                .filteredOn(it -> it.startsWith("list"))
                .containsExactlyInAnyOrderElementsOf(LISTS);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void areRefusedWhatTheirScopeDoesNotOpen(Scope scope) {
        var limited = newKey(desk, scope);
        var before = everything(key());

        assertThat(contract().operations())
                .filteredOn(it -> !it.scopes().contains(scope.wireName()))
                .hasSizeGreaterThan(5)
                .allSatisfy(operation -> {
                    var answer = call(operation, limited, filled(operation));
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.json().path("type").asString())
                            .isEqualTo("urn:teams-availability:scope-missing");
                    assertThat(answer.json().path("detail").asString())
                            .isEqualTo(
                                    "This request needs the scope %s. Use a key with that scope."
                                            .formatted(String.join(" or ", operation.scopes())));
                });

        assertThat(everything(key())).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void mayUseWhatTheirScopeOpens(Scope scope) {
        var limited = newKey(desk, scope);

        assertThat(contract().operations())
                .filteredOn(it -> it.scopes().contains(scope.wireName()))
                .allSatisfy(operation ->
                        assertThat(call(operation, limited, filled(operation)).body())
                                .doesNotContain("This request needs the scope"));
    }

    @Test
    void needTheScopeReadToReadAndWriteToChange() {
        assertThat(contract().operations())
                .filteredOn(it -> !OTHER_SCOPES.containsKey(it.id()))
                .allSatisfy(operation ->
                        assertThat(operation.scopes())
                                .containsExactly(
                                        operation.method().equals("GET") ? "read" : "write"));
        assertThat(contract().operations())
                .filteredOn(it -> OTHER_SCOPES.containsKey(it.id()))
                .allSatisfy(operation ->
                        assertThat(operation.scopes()).isEqualTo(OTHER_SCOPES.get(operation.id())));
    }

    @Test
    void getNowhereWithoutAKeyThatIsTaken() {
        var made =
                api("POST", "/api-keys", "{\"name\":\"x\",\"scopes\":[\"read\",\"write\"]}").json();
        var revoked = made.path("secret").asString();
        api("DELETE", "/api-keys/" + made.path("id").asString());
        var tried = new ArrayList<@Nullable String>();
        tried.add(null);
        tried.addAll(
                List.of(
                        "Bearer " + revoked,
                        "Bearer ta_sk_" + "A".repeat(43),
                        "Bearer " + key() + "x",
                        "Bearer",
                        "Bearer ",
                        "Basic " + key(),
                        key()));

        for (var operation : contract().operations()) {
            for (var authorization : tried) {
                var answer = callAs(operation, authorization, filled(operation));

                assertThat(answer.status()).as("%s %s", operation, authorization).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            }
        }
    }

    private Answer call(Contract.Operation operation, String withKey, String path) {
        return callAs(operation, "Bearer " + withKey, path);
    }

    /** With a body that the contract allows. */
    private Answer callAs(
            Contract.Operation operation, @Nullable String authorization, String path) {
        var type = operation.mediaType();
        var request = HttpRequest.newBuilder(at(path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (type.isEmpty()) {
            return send(request.method(operation.method(), BodyPublishers.noBody()).build());
        }
        var body =
                type.equals("text/csv")
                        ? "technicianId,displayName\nours,Ours\n"
                        : new BodyGenerator(new Random(1), contract())
                                .valid(
                                        operation
                                                .node()
                                                .at(
                                                        "/requestBody/content/application~1json/schema"))
                                .toString();
        if (operation.id().equals("putTeamsMapping")) {
            body = "{}";
        }
        return send(
                request.header("Content-Type", type)
                        .method(operation.method(), BodyPublishers.ofString(body))
                        .build());
    }

    private void ask(String withKey, String requestId) {
        var asked =
                api(
                        withKey,
                        "POST",
                        "/availability-requests",
                        """
                        {"requestId": "%s", "ticketId": "T-1", "mode": "AI",
                         "candidates": [{"technicianId": "theirs"}],
                         "teamsAvailability": {"enabled": true, "rotaTeamIds": []}}
                        """
                                .formatted(requestId));
        assertThat(asked.status()).isEqualTo(200);
    }

    private String filled(Contract.Operation operation) {
        var path = operation.path();
        for (var id : theirs.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    private void upload(String withKey, String id) {
        api(
                withKey,
                "PUT",
                "/technicians",
                "{\"technicians\":[{\"technicianId\":\"%s\",\"displayName\":\"%s Name\"}]}"
                        .formatted(id, id.equals("ours") ? "Ours" : "Theirs"));
    }

    /** The only key of a desk. */
    private String keyId(String ofDesk) {
        return transactions()
                .in(
                        ofDesk,
                        it ->
                                String.valueOf(
                                        it.select(API_KEY.API_KEY_ID)
                                                .from(API_KEY)
                                                .fetchSingle(API_KEY.API_KEY_ID)));
    }

    /** A run of the other desk, which is connected for it. */
    private String runOf(String withKey) {
        linked(theirDesk);
        api(withKey, "GET", "/teams-availability/status", null);
        var run = api(withKey, "POST", "/teams-availability/auto-map?wait=60", "{}");
        assertThat(run.status()).isEqualTo(200);
        return run.json().path("runId").asString();
    }

    private String everything(String withKey) {
        var all = new StringBuilder();
        for (var path :
                List.of(
                        "/technicians",
                        "/api-keys",
                        "/audit",
                        "/desk",
                        "/teams-availability/settings",
                        "/teams-availability/status",
                        "/availability-requests/their-request",
                        "/decisions",
                        "/fallbacks")) {
            all.append(api(withKey, "GET", path, null).body());
        }
        return all.toString();
    }
}
