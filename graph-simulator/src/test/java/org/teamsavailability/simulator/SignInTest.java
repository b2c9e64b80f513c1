package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Fixtures.NOW;
import static org.teamsavailability.simulator.Fixtures.OTHER_TENANT;
import static org.teamsavailability.simulator.Fixtures.TENANT;
import static org.teamsavailability.simulator.PersonOnTheirWay.back;
import static org.teamsavailability.simulator.PersonOnTheirWay.redemption;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.signin.Visitor;
import org.teamsavailability.testsupport.TestClock;

@Tag("slow")
class SignInTest {
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
        query = PersonOnTheirWay.signIn();
        query.put("as", ANNAS_NAME);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void leadsBackWithACodeAndTheState() throws Exception {
        Map<String, String> back = back(person.get(AUTHORIZE, query));

        assertThat(back.keySet()).containsExactly("code", "state", "session_state");
        assertThat(back).containsEntry("state", "s t&a=te");
    }

    @Test
    void takesALoginHintForAPerson() throws Exception {
        query.remove("as");
        query.put("login_hint", ANNAS_NAME);

        assertThat(back(person.get(AUTHORIZE, query))).containsKey("code");
    }

    @Test
    void prefersWhoSaysSoToTheVisitor() throws Exception {
        simulator.visitor(Visitor.cancelling(ANNAS_NAME));

        assertThat(back(person.get(AUTHORIZE, query))).containsKey("code");
        query.remove("as");
        assertThat(back(person.get(AUTHORIZE, query)))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s t&a=te");
    }

    @Test
    void asksWhoItIs() throws Exception {
        query.remove("as");

        var page = person.get("/organizations/oauth2/v2.0/authorize", query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Sign in</h1>", "Anna Adler, administrator", "Cara, member")
                .contains("name=\"nonce\" value=\"n-1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, id_token",
        "response_mode, form_post",
        "code_challenge_method, plain",
        "scope, profile"
    })
    void refusesAnotherFlow(String parameter, String value) throws Exception {
        query.put(parameter, value);

        assertThat(back(person.get(AUTHORIZE, query)))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
    }

    @Test
    void meetsFaultsAsEveryCallDoes() throws Exception {
        String code = code();
        simulator.faults().on(TENANT, Call.AUTHORIZE).status(503);
        simulator.faults().on(TENANT, Call.SIGN_IN).times(1).aadsts(7000222);

        assertThat(person.get(AUTHORIZE, query).statusCode()).isEqualTo(503);
        assertRefused(person.post(TOKEN, redemption(code)), 7000222);
        assertThat(person.post(TOKEN, redemption(code)).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> simulator.faults().on(TENANT, Call.KEYS).aadsts(1))
                .hasMessageContaining("only token and signIn calls");
    }

    private String code() throws Exception {
        return back(person.get(AUTHORIZE, query)).getOrDefault("code", "");
    }

    private static void assertRefused(HttpResponse<String> refusal, int number) {
        assertThat(refusal.statusCode()).isBetween(400, 401);
        assertThat(json(refusal).at("/error_codes/0").asInt()).isEqualTo(number);
    }
}
