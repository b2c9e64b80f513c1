package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;

class DirectoryRefusalsTest extends RunningSimulator {
    DirectoryRefusalsTest() {
        super(GraphSimulator.start(Dataset.of(Contoso.tenant()), SimulatorSettings.defaults()));
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

    private static String code(HttpResponse<String> refusal) {
        return json(refusal).at("/error/code").asString();
    }
}
