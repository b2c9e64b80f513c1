package org.teamsavailability.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Population;
import tools.jackson.databind.JsonNode;

class MemberPagesTest extends RunningSimulator {
    private static final String MEMBERS = "/groups/" + TEAM + "/members";

    MemberPagesTest() {
        super(GraphSimulator.start(Dataset.of(Contoso.tenant()), SimulatorSettings.defaults()));
    }

    @Test
    void wantsTheHeaderOfAnAdvancedQueryOnEveryPage() throws Exception {
        String next = next(advanced(MEMBERS + "/graph.user?$count=true&$top=2"));

        var refusal = client.get(token, next);

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(json(refusal).at("/error/message").asString())
                .isEqualTo("Unable to execute query; invalid page token specified.");
        JsonNode last = json(advanced(next));
        assertThat(last.path("value")).hasSize(1);
        assertThat(last.has("@odata.count")).isFalse();
    }

    @Test
    void pagesThroughALargeTeamInHundreds() throws Exception {
        simulator.alter(TENANT, tenant -> tenant.withGenerated(new Population(1, 250)));
        String path = "/groups/" + Population.team(TENANT, 1) + "/members";

        assertThat(sizes(path)).containsExactly(100, 100, 50);
        assertThat(sizes(path + "?$top=999")).containsExactly(250);
        assertThat(sizes(path + "?$top=120&$select=id")).containsExactly(120, 120, 10);
    }

    @Test
    void beginsWithAnEmptyPageWhereItIsToldTo() throws Exception {
        simulator.conditions(now -> now.withEmptyFirstPage(true).withPageSize(3));

        assertThat(sizes(MEMBERS + "?$top=999")).containsExactly(0, 3, 2);
        assertThat(sizes("/groups")).containsExactly(0, 1);
    }

    @Test
    void linksToItselfWithTheSameQueryAndAnOpaqueToken() throws Exception {
        String next = next(client.get(token, MEMBERS + "?$select=id,mail&$top=2"));

        assertThat(next)
                .startsWith(
                        simulator.graphUrl() + MEMBERS + "?$select=id%2Cmail&$top=2&$skiptoken=");
        assertThat(json(client.get(token, next)).at("/value/0").propertyNames())
                .containsExactly("@odata.type", "id", "mail");
    }

    private List<Integer> sizes(String path) throws Exception {
        List<Integer> sizes = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            var page = client.get(token, next);
            assertThat(page.statusCode()).isEqualTo(200);
            sizes.add(json(page).path("value").size());
            next = next(page);
        }
        return sizes;
    }

    private HttpResponse<String> advanced(String path) throws Exception {
        String url = path.startsWith("http") ? path : simulator.graphUrl() + path;
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("ConsistencyLevel", "eventual"));
    }

    private static String next(HttpResponse<String> page) {
        return json(page).path("@odata.nextLink").asString("");
    }
}
