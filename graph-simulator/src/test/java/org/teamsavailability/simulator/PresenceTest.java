package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.BEN;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Lookup;
import org.teamsavailability.simulator.exchange.Json;
import org.teamsavailability.simulator.journal.Call;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class PresenceTest {
    private final GraphSimulator simulator = Fixtures.simulator();
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void answersEachAccountInItsOwnSpelling() throws Exception {
        var response = client.presences(client.token(TENANT), List.of(ANNA, BEN));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(of(response.body(), ANNA).path("activity").asString()).isEqualTo("Available");
        assertThat(of(response.body(), BEN).path("availability").asString()).isEqualTo("busy");
        assertThat(of(response.body(), BEN).path("activity").asString()).isEqualTo("inAMeeting");
    }

    @Test
    void answersInAnotherOrderThanAsked() throws Exception {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(100).toList();
        simulator.alter(
                TENANT,
                tenant ->
                        tenant.withAccounts(
                                many.stream().map(id -> Account.of(id, "Away", "Away")).toList()));

        var answered =
                json(client.presences(client.token(TENANT), many)).path("value").valueStream();

        assertThat(answered.map(presence -> UUID.fromString(presence.path("id").asString())))
                .containsExactlyInAnyOrderElementsOf(many)
                .isNotEqualTo(many);
    }

    @Test
    void carriesTheMessagesPeopleWrote() throws Exception {
        simulator.alter(
                TENANT,
                tenant ->
                        tenant.withAccount(
                                Account.of(ANNA, "Away", "Away")
                                        .withStatusMessage("at the dentist")
                                        .withOutOfOffice(true, "back on Monday")));

        var anna = of(client.presences(client.token(TENANT), List.of(ANNA)).body(), ANNA);

        assertThat(anna.at("/statusMessage/message/content").asString())
                .isEqualTo("at the dentist");
        assertThat(anna.at("/outOfOfficeSettings/message").asString()).isEqualTo("back on Monday");
        assertThat(anna.at("/outOfOfficeSettings/isOutOfOffice").asBoolean()).isTrue();
    }

    @Test
    void refusesMoreThan650Ids() throws Exception {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(651).toList();
        String token = client.token(TENANT);

        assertThat(client.presences(token, ids).statusCode()).isEqualTo(400);
        assertThat(client.presences(token, ids.subList(0, 650)).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesOutAccountsOfOtherTenants() throws Exception {
        var response = client.presences(client.token(TENANT), List.of(ANNA, STRANGER));

        assertThat(json(response).path("value")).hasSize(1);
    }

    @Test
    void answersForAnAccountInTheWayItIsMarked() throws Exception {
        String token = client.token(TENANT);

        mark(Lookup.PRESENCE_UNKNOWN);
        assertThat(
                        of(client.presences(token, List.of(ANNA, BEN)).body(), ANNA)
                                .path("availability")
                                .asString())
                .isEqualTo("PresenceUnknown");
        mark(Lookup.MISSING);
        assertThat(json(client.presences(token, List.of(ANNA, BEN))).path("value")).hasSize(1);
        mark(Lookup.BAD_REQUEST);
        assertThat(client.presences(token, List.of(ANNA, BEN)).statusCode()).isEqualTo(400);
        mark(Lookup.NOT_FOUND);
        assertThat(client.presences(token, List.of(ANNA, BEN)).statusCode()).isEqualTo(404);
        assertThat(client.presences(token, List.of(BEN)).statusCode()).isEqualTo(200);
    }

    @Test
    void spoilsOneEntryAndNoOther() throws Exception {
        String token = client.token(TENANT);

        mark(Lookup.WRONG_TYPE);
        String wrongType = client.presences(token, List.of(ANNA, BEN)).body();
        mark(Lookup.WITHOUT_ID);
        JsonNode withoutId = json(client.presences(token, List.of(ANNA, BEN))).path("value");

        assertThat(of(wrongType, ANNA).at("/outOfOfficeSettings/isOutOfOffice").isString())
                .isTrue();
        assertThat(of(wrongType, BEN).at("/outOfOfficeSettings/isOutOfOffice").isBoolean())
                .isTrue();
        assertThat(withoutId.valueStream().map(entry -> entry.path("id").asString("")))
                .containsExactlyInAnyOrder("", BEN.toString());
    }

    @Test
    void refusesIdsThatAreNoGuids() throws Exception {
        var request = client.presenceRequest(client.token(TENANT), List.of());
        request.POST(BodyPublishers.ofString("{\"ids\":[\"anna@x\"]}"));

        assertThat(client.send(request).statusCode()).isEqualTo(400);
    }

    @Test
    void writesDownWhoWasAskedAbout() throws Exception {
        client.presences(client.token(TENANT), List.of(ANNA, STRANGER));

        assertThat(simulator.journal().calls(TENANT, Call.PRESENCE))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.ids()).containsExactly(ANNA, STRANGER);
                    assertThat(call.status()).isEqualTo(200);
                    assertThat(call.end()).isAfterOrEqualTo(call.start());
                });
    }

    private void mark(Lookup lookup) {
        simulator.alter(
                TENANT,
                tenant ->
                        tenant.withAccount(
                                Account.of(ANNA, "Available", "Available").withLookup(lookup)));
    }

    private static JsonNode of(String body, UUID account) {
        return Json.MAPPER
                .readTree(body)
                .path("value")
                .valueStream()
                .filter(presence -> presence.path("id").asString().equals(account.toString()))
                .findFirst()
                .orElseThrow();
    }
}
