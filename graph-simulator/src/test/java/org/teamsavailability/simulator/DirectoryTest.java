package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.BEN;
import static org.teamsavailability.simulator.Fixtures.CARA;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.RecordedCall;
import tools.jackson.databind.JsonNode;

class DirectoryTest extends RunningSimulator {
    DirectoryTest() {
        super(GraphSimulator.start(Dataset.of(Contoso.tenant()), SimulatorSettings.defaults()));
    }

    @Test
    void listsTeamsInTheDocumentedShape() throws Exception {
        String filter = "resourceProvisioningOptions%2FAny%28x%3Ax%20eq%20%27Team%27%29";

        JsonNode page = json(client.get(token, "/groups?$filter=" + filter));

        assertThat(page.propertyNames()).containsExactly("@odata.context", "value");
        assertThat(page.path("@odata.context").asString()).endsWith("/v1.0/$metadata#groups");
        JsonNode team = page.at("/value/0");
        assertThat(team.propertyNames())
                .contains(
                        "id",
                        "description",
                        "displayName",
                        "groupTypes",
                        "mailEnabled",
                        "mailNickname",
                        "resourceBehaviorOptions",
                        "resourceProvisioningOptions",
                        "securityEnabled",
                        "visibility");
        assertThat(team.path("id").asString()).isEqualTo(TEAM.toString());
        assertThat(team.at("/resourceProvisioningOptions/0").asString()).isEqualTo("Team");
        assertThat(team.at("/groupTypes/0").asString()).isEqualTo("Unified");
    }

    @Test
    void selectsPropertiesOfTeams() throws Exception {
        JsonNode page = json(client.get(token, "/groups?$select=id,displayName&$top=5"));

        assertThat(page.path("@odata.context").asString())
                .endsWith("/v1.0/$metadata#groups(id,displayName)");
        assertThat(page.at("/value/0").propertyNames()).containsExactly("id", "displayName");
        assertThat(page.at("/value/0/displayName").asString()).isEqualTo("Service desk");
    }

    @Test
    void showsAUserInTheDocumentedShape() throws Exception {
        JsonNode user = json(client.get(token, "/users/" + ANNA));

        assertThat(user.propertyNames())
                .containsExactly(
                        "@odata.context",
                        "businessPhones",
                        "displayName",
                        "givenName",
                        "jobTitle",
                        "mail",
                        "mobilePhone",
                        "officeLocation",
                        "preferredLanguage",
                        "surname",
                        "userPrincipalName",
                        "id");
        assertThat(user.path("@odata.context").asString()).endsWith("$metadata#users/$entity");
        assertThat(user.path("mail").asString()).isEqualTo("anna.adler@contoso.example");
        assertThat(user.path("userPrincipalName").asString()).isEqualTo(ANNAS_NAME);
    }

    @Test
    void showsOnSelectionWhatIsNotThereByItself() throws Exception {
        String selection = "?$select=id,accountEnabled,userType,proxyAddresses,otherMails";

        JsonNode anna = json(client.get(token, "/users/" + ANNA + selection));
        JsonNode ben = json(client.get(token, "/users/" + BEN + selection));
        JsonNode cara = json(client.get(token, "/users/" + CARA + selection));

        assertThat(anna.path("proxyAddresses").valueStream().map(JsonNode::asString))
                .containsExactly("SMTP:anna.adler@contoso.example", "smtp:help@contoso.example");
        assertThat(anna.at("/otherMails/0").asString()).isEqualTo("anna@home.example");
        assertThat(anna.has("displayName")).isFalse();
        assertThat(ben.path("accountEnabled").asBoolean()).isFalse();
        assertThat(ben.path("proxyAddresses")).isEmpty();
        assertThat(cara.path("userType").asString()).isEqualTo("Guest");
        assertThat(cara.at("/proxyAddresses/0").asString()).isEqualTo("SMTP:cara@home.example");
    }

    @Test
    void findsUsersBySignInNameInAnyCase() throws Exception {
        assertThat(id(client.get(token, "/users/ANNA@contoso.example"))).isEqualTo("" + ANNA);
        assertThat(id(client.get(token, "/users/cara_home.example%23EXT%23@contoso.example")))
                .isEqualTo("" + CARA);
    }

    @Test
    void namesAnAccountThatWasGivenNoName() throws Exception {
        simulator.tenants().put(Fixtures.tenant());

        JsonNode user = json(client.get(token, "/users/" + ANNA));

        assertThat(user.path("userPrincipalName").asString())
                .isEqualTo(ANNA + "@tenant-11111111.onmicrosoft.com");
        assertThat(user.path("displayName").asString()).isEqualTo("Account a0000000");
        assertThat(user.path("mail").isNull()).isTrue();
    }

    @Test
    void namesTheOrganisationAndItsDefaultDomain() throws Exception {
        JsonNode page =
                json(client.get(token, "/organization?$select=displayName,verifiedDomains"));

        JsonNode organization = page.at("/value/0");
        assertThat(page.path("@odata.context").asString()).contains("$metadata#organization");
        assertThat(organization.path("displayName").asString()).isEqualTo("Contoso");
        assertThat(organization.path("verifiedDomains").valueStream())
                .filteredOn(domain -> domain.path("isDefault").asBoolean())
                .extracting(domain -> domain.path("name").asString())
                .containsExactly("contoso.example");
        assertThat(organization.at("/verifiedDomains/0").propertyNames())
                .containsExactly("capabilities", "isDefault", "isInitial", "name", "type");
        assertThat(json(client.get(token, "/organization")).at("/value/0/id").asString())
                .isEqualTo("" + TENANT);
    }

    @Test
    void recordsEveryCallWithItsMethodAlsoOneThatLeadsNowhere() throws Exception {
        client.get(token, "/users/" + ANNA);
        client.get(token, "/me/messages");

        assertThat(simulator.journal().calls())
                .extracting(RecordedCall::call, RecordedCall::method, RecordedCall::path)
                .contains(
                        tuple(Call.USERS, "GET", "/v1.0/users/" + ANNA),
                        tuple(Call.OTHER, "GET", "/v1.0/me/messages"));
    }

    private static String id(HttpResponse<String> response) {
        return json(response).path("id").asString();
    }
}
