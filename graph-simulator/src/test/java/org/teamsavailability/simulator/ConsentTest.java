package org.teamsavailability.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TENANT;
import static org.teamsavailability.simulator.PersonOnTheirWay.back;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.Registration;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.RecordedCall;
import org.teamsavailability.simulator.signin.Visitor;

@Tag("slow")
class ConsentTest {
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
    void grantsWhatTheRegistrationAsksForAndLeadsBack() throws Exception {
        query.put("as", ANNAS_NAME);
        query.put("answer", "accept");

        Map<String, String> back = back(person.get(ANY_TENANT, query));

        assertThat(back.keySet()).containsExactly("admin_consent", "tenant", "scope", "state");
        assertThat(back)
                .containsEntry("admin_consent", "True")
                .containsEntry("tenant", TENANT.toString())
                .containsEntry("state", "12345");
        assertThat(back.get("scope"))
                .isEqualTo(
                        "https://graph.microsoft.com/GroupMember.Read.All"
                                + " https://graph.microsoft.com/Presence.Read.All"
                                + " https://graph.microsoft.com/Schedule.Read.All"
                                + " https://graph.microsoft.com/User.Read.All");
        assertThat(requireNonNull(simulator.tenants().find(TENANT)).permissions())
                .isEqualTo(Tenant.ALL_PERMISSIONS);
        assertThat(client.get(client.token(TENANT), "/users/" + ANNA).statusCode()).isEqualTo(200);
    }

    @Test
    void grantsNoMoreThanTheRegistrationAsksFor() throws Exception {
        var less = Registration.COMPLETE.withPermissions(Set.of("Presence.Read.All"));
        simulator.alter(TENANT, tenant -> tenant.withRegistration(less));
        query.put("as", ANNA.toString());

        Map<String, String> back = back(person.get("/contoso.example/v2.0/adminconsent", query));

        assertThat(back).containsEntry("scope", "https://graph.microsoft.com/Presence.Read.All");
        assertThat(client.get(client.token(TENANT), "/groups").statusCode()).isEqualTo(403);
    }

    @Test
    void answersAsTheFirstVersionDid() throws Exception {
        query.remove("scope");
        query.put("as", ANNAS_NAME);
        query.put("answer", "cancel");
        String path = "/common/adminconsent";

        assertThat(back(person.get(path, query)))
                .containsExactly(
                        Map.entry("error", "permission_denied"),
                        Map.entry("error_description", "The admin canceled the request"),
                        Map.entry("state", "12345"));

        query.put("answer", "accept");
        assertThat(back(person.get(path, query)).keySet())
                .containsExactly("admin_consent", "tenant", "state");
    }

    @Test
    void asksWhereNobodySaidWhoTheyAre() throws Exception {
        query.put("state", "\"><script>alert(1)</script>");

        var page = person.get(ANY_TENANT, query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("Permissions requested", ">Accept</button>", ">Cancel</button>")
                .contains("name=\"as\" list=\"people\" value=\"" + ANNAS_NAME + "\"")
                .contains("name=\"redirect_uri\" value=\"" + PersonOnTheirWay.BACK + "\"")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        assertNothingGranted();
    }

    @Test
    void asksNothingWhereAVisitorStands() throws Exception {
        simulator.visitor(Visitor.accepting(TENANT + "/" + ANNA));
        assertThat(back(person.get(ANY_TENANT, query))).containsKey("tenant");
        simulator.visitor(Visitor.cancelling(ANNAS_NAME));
        assertThat(back(person.get(ANY_TENANT, query))).containsKey("error");

        simulator.reset();

        assertThat(person.get(ANY_TENANT, query).statusCode()).isEqualTo(200);
    }

    @Test
    void recordsWhoseConsentItWas() throws Exception {
        person.get(ANY_TENANT, query);
        query.put("as", ANNAS_NAME);
        person.get(ANY_TENANT, query);

        assertThat(simulator.journal().calls())
                .filteredOn(call -> call.call() == Call.CONSENT)
                .extracting(RecordedCall::tenant)
                .containsExactly(null, TENANT);
        assertThat(simulator.journal().count(TENANT, Call.CONSENT)).isEqualTo(1);
        assertThat(simulator.journal().count(STRANGER, Call.CONSENT)).isZero();
    }

    private void assertNothingGranted() throws Exception {
        assertThat(json(client.login(TENANT, "any")).path("error").asString())
                .isEqualTo("unauthorized_client");
    }
}
