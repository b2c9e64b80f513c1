package org.teamsavailability.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.simulator.dataset.Dataset;
import tools.jackson.databind.JsonNode;

class MembersTest extends RunningSimulator {
    private static final String MEMBERS = "/groups/" + TEAM + "/members";

    MembersTest() {
        super(GraphSimulator.start(Dataset.of(Contoso.tenant()), SimulatorSettings.defaults()));
    }

    @Test
    void listsMembersOfAllTypes() throws Exception {
        JsonNode page = json(client.get(token, MEMBERS));

        assertThat(page.path("@odata.context").asString())
                .endsWith("/v1.0/$metadata#directoryObjects");
        assertThat(page.path("value").valueStream())
                .extracting(member -> member.path("@odata.type").asString())
                .containsExactly(
                        "#microsoft.graph.user",
                        "#microsoft.graph.user",
                        "#microsoft.graph.user",
                        "#microsoft.graph.group",
                        "#microsoft.graph.device");
        assertThat(page.at("/value/0/mail").asString()).isEqualTo("anna.adler@contoso.example");
        assertThat(page.at("/value/0").has("accountEnabled")).isFalse();
        assertThat(page.at("/value/3/displayName").asString()).isEqualTo("Printers");
        assertThat(page.at("/value/4/displayName").isNull()).isTrue();
    }

    @Test
    void selectsPropertiesOfMembers() throws Exception {
        JsonNode page = json(client.get(token, MEMBERS + "?$select=id,userType,displayName"));

        assertThat(page.at("/value/2").propertyNames())
                .containsExactly("@odata.type", "id", "userType", "displayName");
        assertThat(page.at("/value/2/userType").asString()).isEqualTo("Guest");
        assertThat(page.at("/value/3").propertyNames())
                .containsExactly("@odata.type", "id", "displayName");
        assertThat(client.get(token, MEMBERS + "?$select=salary").statusCode()).isEqualTo(400);
    }

    @Test
    void showsNothingButIdsWithoutThePermissionToReadUsers() throws Exception {
        simulator.alter(TENANT, tenant -> tenant.withPermissions(Set.of("GroupMember.Read.All")));

        var response =
                client.get(client.token(TENANT), MEMBERS + "?$select=id,mail,accountEnabled");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode anna = json(response).at("/value/0");
        assertThat(anna.path("@odata.type").asString()).isEqualTo("#microsoft.graph.user");
        assertThat(anna.path("id").asString()).isEqualTo(ANNA.toString());
        assertThat(anna.path("mail").isNull()).isTrue();
        assertThat(anna.path("accountEnabled").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graph.user", "/microsoft.graph.user"})
    void castsToUsersInAnAdvancedQueryOnly(String cast) throws Exception {
        JsonNode page = json(advanced(MEMBERS + cast + "?$count=true&$select=displayName,id"));
        var refusal = client.get(token, MEMBERS + cast + "?$select=displayName,id");

        assertThat(page.propertyNames()).containsExactly("@odata.context", "@odata.count", "value");
        assertThat(page.path("@odata.context").asString())
                .endsWith("/v1.0/$metadata#users(displayName,id)");
        assertThat(page.path("@odata.count").asInt()).isEqualTo(3);
        assertThat(page.at("/value/0").propertyNames()).containsExactly("displayName", "id");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(code(refusal)).isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void leavesOutTheCountWithoutTheHeader() throws Exception {
        assertThat(json(client.get(token, MEMBERS + "?$count=true")).has("@odata.count")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"d0000000-0000-4000-8000-000000000004", "nonsense"})
    void knowsNoOtherTeam(String team) throws Exception {
        var refusal = client.get(token, "/groups/" + team + "/members");

        assertThat(refusal.statusCode()).isEqualTo(404);
        assertThat(code(refusal)).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void leavesOutMembersWhoseAccountIsGone() throws Exception {
        simulator.alter(
                TENANT,
                tenant ->
                        tenant.withTeam(
                                requireNonNull(tenant.teams().get(TEAM))
                                        .withMembers(List.of(STRANGER, ANNA))));

        assertThat(json(client.get(token, MEMBERS)).at("/value/0/id").asString())
                .isEqualTo(ANNA.toString());
    }

    private HttpResponse<String> advanced(String path) throws Exception {
        String url = path.startsWith("http") ? path : simulator.graphUrl() + path;
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("ConsistencyLevel", "eventual"));
    }

    private static String code(HttpResponse<String> refusal) {
        return json(refusal).at("/error/code").asString();
    }
}
