package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Fixtures.NOW;
import static org.teamsavailability.simulator.Fixtures.OTHER_TENANT;
import static org.teamsavailability.simulator.Fixtures.TENANT;
import static org.teamsavailability.simulator.PersonOnTheirWay.back;
import static org.teamsavailability.simulator.PersonOnTheirWay.redemption;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.simulator.dataset.Credentials;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.testsupport.TestClock;

/** One simulator for all tests, which keeps its key: to make one takes time. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeRedemptionTest {
    private static final String AUTHORIZE = "/" + TENANT + "/oauth2/v2.0/authorize";
    private static final String TOKEN = "/" + TENANT + "/oauth2/v2.0/token";

    private final TestClock clock = new TestClock(NOW);
    private final GraphSimulator simulator =
            GraphSimulator.start(
                    Dataset.of(Contoso.tenant(), Tenant.of(OTHER_TENANT)),
                    SimulatorSettings.defaults().withClock(clock));
    private final Client client = new Client(simulator);
    private final PersonOnTheirWay person = new PersonOnTheirWay(simulator, client);
    private Map<String, String> query = Map.of();

    @BeforeEach
    void annaIsSentToSignIn() throws Exception {
        simulator.reset();
        simulator.tenants().put(Contoso.tenant());
        query = PersonOnTheirWay.signIn();
        query.put("as", ANNAS_NAME);
    }

    @AfterAll
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void redeemsTheCodeOnce() throws Exception {
        Map<String, String> form = redemption(code());

        var response = person.post(TOKEN, form);
        var again = person.post(TOKEN, form);

        assertThat(json(response).propertyNames())
                .containsExactly(
                        "token_type",
                        "scope",
                        "expires_in",
                        "ext_expires_in",
                        "access_token",
                        "id_token");
        assertThat(json(response).path("scope").asString()).isEqualTo("openid profile");
        assertRefused(again, 54005);
        assertThat(simulator.journal().count(TENANT, Call.SIGN_IN)).isEqualTo(2);
        assertThat(simulator.journal().count(TENANT, Call.TOKEN)).isZero();
    }

    @Test
    void givesNothingThatGraphTakes() throws Exception {
        var response = person.post(TOKEN, redemption(code()));

        String token = json(response).path("access_token").asString();
        assertThat(client.get(token, "/organization").statusCode()).isEqualTo(401);
    }

    @Test
    void redeemsTheCodeForTenMinutes() throws Exception {
        String first = code();
        String second = code();

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(person.post(TOKEN, redemption(first)).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertRefused(person.post(TOKEN, redemption(second)), 70008);
    }

    @ParameterizedTest
    @CsvSource({
        "code, 1.invented, 9002313",
        "code_verifier, another-verifier-of-more-than-forty-three-characters-01, 501481",
        "code_verifier, , 501481",
        "redirect_uri, http://localhost:8080/elsewhere, 500112",
        "redirect_uri, , 500112",
        "client_id, another-application, 9002313",
        "client_secret, wrong, 7000215",
        "client_secret, , 900144"
    })
    void redeemsNothingWhereItIsNotTheApplications(String field, @Nullable String value, int number)
            throws Exception {
        simulator.alter(TENANT, t -> t.withCredentials(Credentials.secrets("secret")));
        Map<String, String> form = redemption(code());
        form.remove(field);
        if (value != null) {
            form.put(field, value);
        }

        assertRefused(person.post(TOKEN, form), number);
    }

    @Test
    void keepsTheCodeWhereTheApplicationsSecretIsRefused() throws Exception {
        simulator.alter(TENANT, t -> t.withCredentials(Credentials.secrets("secret")));
        Map<String, String> form = redemption(code());
        form.put("client_secret", "wrong");
        assertRefused(person.post(TOKEN, form), 7000215);

        form.put("client_secret", "secret");

        assertThat(person.post(TOKEN, form).statusCode()).isEqualTo(200);
    }

    @Test
    void redeemsByCertificate() throws Exception {
        Map<String, String> form = redemption(code());
        form.remove("client_secret");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put(
                "client_assertion",
                TestCertificate.shared().assertion(PersonOnTheirWay.APPLICATION));

        assertThat(person.post(TOKEN, form).statusCode()).isEqualTo(200);
    }

    @Test
    void redeemsACodeOfAnotherTenantNowhereElse() throws Exception {
        String elsewhere = TOKEN.replace("" + TENANT, "" + OTHER_TENANT);

        assertRefused(person.post(elsewhere, redemption(code())), 700005);
        var anywhere = TOKEN.replace("" + TENANT, "organizations");
        assertThat(person.post(anywhere, redemption(code())).statusCode()).isEqualTo(200);
    }

    private String code() throws Exception {
        return back(person.get(AUTHORIZE, query)).getOrDefault("code", "");
    }

    private static void assertRefused(HttpResponse<String> refusal, int number) {
        assertThat(refusal.statusCode()).isBetween(400, 401);
        assertThat(json(refusal).at("/error_codes/0").asInt()).isEqualTo(number);
    }
}
