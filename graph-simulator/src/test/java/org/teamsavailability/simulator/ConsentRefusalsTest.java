package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Contoso.CARAS_NAME;
import static org.teamsavailability.simulator.Fixtures.TENANT;
import static org.teamsavailability.simulator.PersonOnTheirWay.back;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.simulator.dataset.Registration;

@Tag("slow")
class ConsentRefusalsTest {
    private static final String ANY_TENANT = "/organizations/v2.0/adminconsent";

    private final GraphSimulator simulator =
            GraphSimulator.start(Contoso.withoutConsent(), SimulatorSettings.defaults());
    private final Client client = new Client(simulator);
    private final PersonOnTheirWay person = new PersonOnTheirWay(simulator, client);
    private final Map<String, String> query = PersonOnTheirWay.consent();

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void saysConsentTrueAlsoWhereItWasCancelled() throws Exception {
        query.put("as", ANNAS_NAME);
        query.put("answer", "cancel");

        Map<String, String> back = back(person.get(ANY_TENANT, query));

        assertThat(back.keySet())
                .containsExactly("admin_consent", "error", "error_description", "state");
        assertThat(back)
                .containsEntry("admin_consent", "True")
                .containsEntry("error", "consent_required");
        assertThat(back.get("error_description"))
                .startsWith("AADSTS65004: The resource owner or authorization server denied")
                .contains("\r\nTrace ID: ", "\r\nCorrelation ID: ", "\r\nTimestamp: ");
        assertNothingGranted();
    }

    @ParameterizedTest
    @CsvSource({"accept, access_denied, 90094", "cancel, consent_required, 65004"})
    void takesNoConsentFromAnOrdinaryMember(String answer, String error, int number)
            throws Exception {
        query.put("as", CARAS_NAME);
        query.put("answer", answer);

        Map<String, String> back = back(person.get(ANY_TENANT, query));

        assertThat(back).containsEntry("error", error).doesNotContainKey("tenant");
        assertThat(back.get("error_description")).startsWith("AADSTS" + number + ": ");
        assertNothingGranted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/back", "not a URI"})
    void leadsToNoAddressThatIsNotOfTheWeb(String redirectUri) throws Exception {
        query.put("as", ANNAS_NAME);
        query.put("redirect_uri", redirectUri);

        assertRefused(person.get(ANY_TENANT, query), 50011);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "scope", "redirect_uri"})
    void leadsNowhereWithout(String parameter) throws Exception {
        query.put("as", ANNAS_NAME);
        query.remove(parameter);

        assertRefused(person.get(ANY_TENANT, query), 900144);
    }

    @ParameterizedTest
    @CsvSource({
        "organizations, as, nobody@contoso.example, 50034",
        "22222222-2222-4222-8222-222222222222, as, anna@contoso.example, 50034",
        "organizations, as, ben@contoso.example, 50057",
        "organizations, redirect_uri, javascript:alert(1), 50011",
        "organizations, redirect_uri, https://evil.example/, 50011",
        "d0000000-0000-4000-8000-000000000004, as, anna@contoso.example, 90002",
        "fabrikam.example, as, anna@contoso.example, 90002"
    })
    void leadsNowhereWhereSomethingIsWrong(
            String segment, String parameter, String value, int number) throws Exception {
        var strict = Registration.COMPLETE.withRedirectUris(Set.of(PersonOnTheirWay.BACK));
        simulator.alter(TENANT, tenant -> tenant.withRegistration(strict));
        query.put("as", ANNAS_NAME);
        query.put(parameter, value);

        assertRefused(person.get("/" + segment + "/v2.0/adminconsent", query), number);
        assertNothingGranted();
    }

    private void assertNothingGranted() throws Exception {
        assertThat(json(client.login(TENANT, "any")).path("error").asString())
                .isEqualTo("unauthorized_client");
    }

    private static void assertRefused(HttpResponse<String> page, int number) {
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).contains("AADSTS" + number + ": ");
    }
}
