package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Contoso.ANNAS_NAME;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.BEN;
import static org.teamsavailability.simulator.Fixtures.CARA;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.RecordedCall;
import tools.jackson.databind.JsonNode;

class DirectoryTest {
    private final GraphSimulator simulator =
            GraphSimulator.start(Dataset.of(Contoso.tenant()), SimulatorSettings.defaults());
    private final Client client = new Client(simulator);
    private String token = "";

    @BeforeEach
    void login() throws Exception {
        token = client.token(TENANT);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
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

    @ParameterizedTest
    @ValueSource(strings = {"d0000000-0000-4000-8000-000000000004", "nobody@contoso.example"})
    void knowsNoStranger(String name) throws Exception {
        var refusal = client.get(token, "/users/" + name);

        assertThat(refusal.statusCode()).isEqualTo(404);
        assertThat(code(refusal)).isEqualTo("Request_ResourceNotFound");
        assertThat(json(refusal).at("/error/message").asString())
                .startsWith("Resource '" + name + "' does not exist");
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
    void refusesWhatTheTokenDoesNotAllow() throws Exception {
        simulator.alter(TENANT, tenant -> tenant.withPermissions(Set.of("User.Read.All")));
        String readsUsers = client.token(TENANT);
        simulator.alter(TENANT, tenant -> tenant.withPermissions(Set.of("GroupMember.Read.All")));
        String readsGroups = client.token(TENANT);

        assertDenied(client.get(readsUsers, "/groups"));
        assertDenied(client.get(readsUsers, "/groups/" + TEAM + "/members"));
        assertDenied(client.get(readsGroups, "/users/" + ANNA));
        assertDenied(client.get(readsGroups, "/organization"));
        assertThat(client.get("", "/organization").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesATokenOfATenantThatIsGone() throws Exception {
        simulator.tenants().remove(TENANT);

        assertThat(client.get(token, "/organization").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/groups?$filter=displayName%20eq%20'x'",
                "/groups?$top=0",
                "/groups?$top=1000",
                "/groups?$select=id,salary",
                "/groups?$expand=members",
                "/groups?$skiptoken=nonsense!",
                "/groups?$skiptoken=bm9uc2Vuc2U",
                "/users/a0000000-0000-4000-8000-000000000001?$select=salary",
                "/organization?$select=salary"
            })
    void refusesQueriesThatGraphDoesNotTake(String path) throws Exception {
        var refusal = client.get(token, path);

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(code(refusal)).startsWith("Request_");
    }

    @Test
    void keepsTheTenantsApart() throws Exception {
        simulator.tenants().put(Tenant.of(STRANGER));
        String other = client.token(STRANGER);

        assertThat(json(client.get(other, "/groups")).path("value")).isEmpty();
        assertThat(client.get(other, "/users/" + ANNA).statusCode()).isEqualTo(404);
        assertThat(client.get(other, "/groups/" + TEAM + "/members").statusCode()).isEqualTo(404);
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

    @Test
    void meetsFaultsAsEveryCallDoes() throws Exception {
        simulator.faults().on(TENANT, Call.GROUPS).times(1).status(503);
        simulator.faults().on(TENANT, Call.MEMBERS).team(TEAM).status(500);

        assertThat(client.get(token, "/groups").statusCode()).isEqualTo(503);
        assertThat(client.get(token, "/groups").statusCode()).isEqualTo(200);
        assertThat(client.get(token, "/groups/" + TEAM + "/members").statusCode()).isEqualTo(500);
    }

    private static void assertDenied(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(code(refusal)).isEqualTo("Authorization_RequestDenied");
        assertThat(json(refusal).at("/error/message").asString())
                .isEqualTo("Insufficient privileges to complete the operation.");
        assertThat(json(refusal).at("/error/innerError").propertyNames())
                .contains("date", "request-id");
    }

    private static String id(HttpResponse<String> response) {
        return json(response).path("id").asString();
    }

    private static String code(HttpResponse<String> refusal) {
        return json(refusal).at("/error/code").asString();
    }
}
