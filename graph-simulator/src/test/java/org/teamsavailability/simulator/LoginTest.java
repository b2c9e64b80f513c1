package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.SCOPES;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.NOW;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.Credentials;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.exchange.Json;
import org.teamsavailability.testsupport.TestClock;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class LoginTest {
    private final TestClock clock = new TestClock(NOW);
    private final GraphSimulator simulator =
            GraphSimulator.start(
                    Dataset.of(Fixtures.tenant()), SimulatorSettings.defaults().withClock(clock));
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void issuesATokenWithTheRolesThatWereGranted() throws Exception {
        simulator.alter(TENANT, tenant -> tenant.withPermissions(Set.of("Presence.Read.All")));

        JsonNode answer = json(client.login(TENANT, "any"));

        JsonNode claims = claims(answer.path("access_token").asString());
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3599);
        assertThat(claims.at("/roles/0").asString()).isEqualTo("Presence.Read.All");
        assertThat(claims.path("tid").asString()).isEqualTo(TENANT.toString());
        assertThat(claims.path("aud").asString()).isEqualTo("https://graph.microsoft.com");
        assertThat(claims.path("idtyp").asString()).isEqualTo("app");
    }

    @Test
    void refusesACallWhoseTokenLacksTheRole() throws Exception {
        simulator.alter(TENANT, tenant -> tenant.withPermissions(Set.of("Presence.Read.All")));
        String token = client.token(TENANT);
        simulator.alter(TENANT, tenant -> tenant.withPermissions(Set.of("Schedule.Read.All")));

        assertThat(client.presences(token, List.of(ANNA)).statusCode()).isEqualTo(200);
        var refusal = client.get(token, "/teams/" + TEAM + "/schedule");
        assertThat(refusal.statusCode()).isEqualTo(403);
        JsonNode own = Json.MAPPER.readTree(json(refusal).at("/error/message").asString());
        assertThat(own.at("/error/innererror/code").asString())
                .isEqualTo("MissingAdminPermissions");
        var newToken = client.token(TENANT);
        assertThat(client.presences(newToken, List.of(ANNA)).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesTokensThatAreMissingForeignOrOver() throws Exception {
        String token = client.token(TENANT);
        assertUnauthorized(client.presences("", List.of(ANNA)));
        assertUnauthorized(client.presences("a.b.c", List.of(ANNA)));
        try (var other = Fixtures.simulator();
                var neighbour = new Client(other)) {
            assertUnauthorized(client.presences(neighbour.token(TENANT), List.of(ANNA)));
        }

        clock.advance(Duration.ofSeconds(3598));
        assertThat(client.presences(token, List.of(ANNA)).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertUnauthorized(client.presences(token, List.of(ANNA)));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GRANTED")
    void refusesATokenWithTheErrorOfTheConsent(Consent consent) throws Exception {
        simulator.alter(TENANT, tenant -> tenant.withConsent(consent));

        assertRefused(client.login(TENANT, "any"), consent.aadsts());
    }

    @Test
    void checksTheClientSecret() throws Exception {
        simulator.alter(
                TENANT,
                tenant ->
                        tenant.withCredentials(
                                new Credentials(Set.of("new"), Set.of("old"), Set.of())));

        assertThat(client.login(TENANT, "new").statusCode()).isEqualTo(200);
        assertRefused(client.login(TENANT, "old"), 7000222);
        assertRefused(client.login(TENANT, "wrong"), 7000215);
    }

    @Test
    void checksTheClientAssertion() throws Exception {
        var certificate = TestCertificate.shared();
        assertThat(login(certificate.assertion("app")).statusCode()).isEqualTo(200);
        assertRefused(login(certificate.assertion("another-app")), 700027);
        assertRefused(login(certificate.assertion("app") + "AA"), 700027);
        assertRefused(login("nonsense"), 700027);

        var other = new Credentials(Set.of(), Set.of(), Set.of("another-thumbprint"));
        simulator.alter(TENANT, tenant -> tenant.withCredentials(other));

        assertRefused(login(certificate.assertion("app")), 700027);
    }

    @Test
    void refusesRequestsThatAreNotAsDocumented() throws Exception {
        assertRefused(client.login(STRANGER, "any"), 90002);
        assertRefused(client.loginWith(TENANT, "client_id=app", "scope=" + SCOPES), 70003);
        assertRefused(client.loginWith(TENANT, "grant_type=client_credentials"), 900144);
        assertRefused(scope("https://graph.microsoft.com/User.Read"), 1002012);
        assertRefused(scope("https://vault.example/.default"), 500011);
        assertThat(scope("https://dod-graph.microsoft.us/.default").statusCode()).isEqualTo(200);
    }

    @Test
    void answersInstanceDiscovery() throws Exception {
        assertThat(discovery("login.microsoftonline.us").statusCode()).isEqualTo(200);
        assertThat(json(discovery("login.microsoftonline.com")).path("metadata")).hasSize(3);
        assertThat(json(discovery("login.example")).path("error").asString())
                .isEqualTo("invalid_instance");
    }

    private HttpResponse<String> login(String assertion) throws Exception {
        return client.loginWith(
                TENANT,
                "client_id=app",
                "grant_type=client_credentials",
                "scope=" + SCOPES,
                "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion=" + assertion);
    }

    private HttpResponse<String> scope(String scope) throws Exception {
        return client.loginWith(
                TENANT,
                "client_id=app",
                "grant_type=client_credentials",
                "scope=" + scope,
                "client_secret=any");
    }

    private HttpResponse<String> discovery(String host) throws Exception {
        String endpoint = "https://" + host + "/" + UUID.randomUUID() + "/oauth2/v2.0/authorize";
        return client.send(
                HttpRequest.newBuilder(
                        URI.create(
                                simulator.loginUrl()
                                        + "/common/discovery/instance?api-version=1.1"
                                        + "&authorization_endpoint="
                                        + endpoint)));
    }

    private static void assertUnauthorized(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(json(refusal).at("/error/code").asString())
                .isEqualTo("InvalidAuthenticationToken");
        assertThat(refusal.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    private static void assertRefused(HttpResponse<String> refusal, int aadsts) {
        assertThat(refusal.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(json(refusal).path("error_description").asString())
                .startsWith("AADSTS" + aadsts + ": ")
                .contains("Trace ID: ", "Correlation ID: ");
        assertThat(json(refusal).at("/error_codes/0").asInt()).isEqualTo(aadsts);
    }

    private static JsonNode claims(String token) {
        String payload = token.split("\\.", -1)[1];
        return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(payload));
    }
}
