package org.teamsavailability.simulator;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.PATIENCE;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.Effect.Body;
import org.teamsavailability.simulator.fault.FaultSetting;
import org.teamsavailability.simulator.journal.Call;

class FaultTest extends RunningSimulator {
    FaultTest() {
        super(Fixtures.simulator());
    }

    @Test
    void lastsUntilItIsCleared() throws Exception {
        var fault = onPresence().status(503);
        assertThat(ask().statusCode()).isEqualTo(503);
        assertThat(ask().statusCode()).isEqualTo(503);

        fault.clear();

        assertThat(ask().statusCode()).isEqualTo(200);
        assertThat(fault.hits()).isEqualTo(2);
    }

    @Test
    void meetsSoManyCallsInTheOrderTheyWereSet() throws Exception {
        onPresence().times(1).status(500);
        onPresence().times(1).status(502, Body.HTML);
        onPresence().times(1).status(504, Body.EMPTY);

        assertThat(ask().statusCode()).isEqualTo(500);
        assertThat(ask().body()).startsWith("<!DOCTYPE html>");
        assertThat(ask().body()).isEmpty();
        assertThat(ask().statusCode()).isEqualTo(200);
    }

    @Test
    void hangsUntilItIsCleared() throws Exception {
        var fault = onPresence().hang();
        var answer = client.http().sendAsync(request(), ofString());
        await().atMost(PATIENCE)
                .until(() -> simulator.journal().underWay(TENANT, Call.PRESENCE) == 1);
        assertThat(answer).isNotDone();

        fault.clear();

        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    @Test
    void letsGoOfACallWhoseClientLeft() throws Exception {
        onPresence().hang();
        try (var hasty = new Client(simulator)) {
            var _ = hasty.http().sendAsync(request(), ofString());
            await().atMost(PATIENCE)
                    .until(() -> simulator.journal().underWay(TENANT, Call.PRESENCE) == 1);
        }

        await().atMost(PATIENCE)
                .until(() -> simulator.journal().underWay(TENANT, Call.PRESENCE) == 0);
        assertThat(simulator.journal().calls(TENANT, Call.PRESENCE))
                .singleElement()
                .satisfies(call -> assertThat(call.status()).isZero());
    }

    @Test
    void breaksTheConnection() {
        onPresence().times(1).set(new Effect.Reset());
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);

        onPresence().times(1).set(new Effect.Truncate());
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    }

    @Test
    void spoilsTheBody() throws Exception {
        onPresence().times(1).set(new Effect.Malformed());
        assertThat(ask().body()).startsWith("{\"@odata.context\"=");

        onPresence().times(1).set(new Effect.WrongTypes());
        assertThat(json(ask()).path("value").isObject()).isTrue();

        onPresence().times(1).set(new Effect.Huge(1_000_000));
        assertThat(ask().body()).hasSizeGreaterThan(1_000_000);

        onPresence().times(1).set(new Effect.Trickle(Duration.ofNanos(1000)));
        assertThat(json(ask()).path("value")).hasSize(1);
    }

    @Test
    void linksToAnyPageAndChallengesForClaims() throws Exception {
        onPresence().times(1).set(new Effect.NextLink("https://elsewhere.example/v1.0/next"));
        assertThat(json(ask()).path("@odata.nextLink").asString())
                .isEqualTo("https://elsewhere.example/v1.0/next");

        onPresence().times(1).set(new Effect.ClaimsChallenge());
        var challenge = ask();
        assertThat(challenge.statusCode()).isEqualTo(401);
        assertThat(challenge.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_claims", "claims=");
    }

    @Test
    void meetsOnlyCallsAboutItsTeam() throws Exception {
        simulator.faults().on(TENANT, Call.SCHEDULE).team(TEAM).status(503);

        assertThat(client.get(token, "/teams/" + TEAM + "/schedule").statusCode()).isEqualTo(503);
        assertThat(client.get(token, "/teams/" + ANNA + "/schedule").statusCode()).isEqualTo(404);
    }

    @Test
    void repeatsTheClientsRequestIdAndAddsItsOwn() throws Exception {
        onPresence().status(500);
        var request =
                client.presenceRequest(token, List.of(ANNA)).header("client-request-id", "mine");

        var response = client.send(request);

        String requestId = response.headers().firstValue("request-id").orElseThrow();
        assertThat(response.headers().firstValue("client-request-id")).contains("mine");
        assertThat(response.headers().firstValue("Date")).isPresent();
        var inner = json(response).at("/error/innerError");
        assertThat(inner.path("request-id").asString()).isEqualTo(requestId);
        assertThat(inner.path("client-request-id").asString()).isEqualTo("mine");
    }

    @Test
    void answersWithTheLoginErrorThatWasSet() throws Exception {
        simulator.faults().on(TENANT, Call.TOKEN).times(1).consentRevoked();

        var refusal = client.login(TENANT, "secret");

        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(json(refusal).path("error").asString()).isEqualTo("invalid_client");
        assertThat(json(refusal).path("error_description").asString())
                .startsWith("AADSTS7000229: ");
        assertThat(json(refusal).at("/error_codes/0").asInt()).isEqualTo(7000229);
        assertThat(client.login(TENANT, "secret").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesALoginErrorForGraph() {
        assertThatThrownBy(() -> onPresence().aadsts(700016))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only token and signIn calls");
    }

    private FaultSetting onPresence() {
        return simulator.faults().on(TENANT, Call.PRESENCE);
    }

    private HttpResponse<String> ask() throws Exception {
        return client.presences(token, List.of(ANNA));
    }

    private HttpRequest request() {
        return client.presenceRequest(token, List.of(ANNA)).build();
    }
}
