package org.teamsavailability.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.BEN;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.exchange.Conditions;

@Tag("slow")
class ControlTest {
    private final GraphSimulator simulator = Fixtures.simulator();
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void saysWhereItIs() throws Exception {
        assertThat(json(control("GET", "")).path("graphUrl").asString())
                .isEqualTo(simulator.graphUrl());
    }

    @Test
    void changesOnePresenceAndLeavesTheRest() throws Exception {
        var changed =
                control(
                        "PATCH",
                        "/tenants/" + TENANT + "/accounts/" + ANNA,
                        "{'availability':'Busy','activity':'InACall'}");

        assertThat(changed.statusCode()).isEqualTo(204);
        var tenant = requireNonNull(simulator.tenants().find(TENANT));
        assertThat(tenant.account(ANNA).activity()).isEqualTo("InACall");
        assertThat(tenant.account(BEN).availability()).isEqualTo("busy");
    }

    @Test
    void steersSignInAndConsent() throws Exception {
        var person = new PersonOnTheirWay(simulator, client);
        String path = "/" + TENANT + "/adminconsent";
        control(
                "PATCH",
                "/tenants/" + TENANT + "/accounts/" + ANNA,
                "{'roles':['privilegedRoleAdministrator'],'displayName':'Anna'}");
        control("PATCH", "/tenants/" + TENANT, "{'consent':'never','domain':'contoso.example'}");

        control("PUT", "/visitor", "{'as':'" + ANNA + "@contoso.example'}");
        var accepted = person.get(path, PersonOnTheirWay.consent());
        control("PUT", "/visitor", "{'as':'" + ANNA + "','answer':'cancel'}");
        var cancelled = person.get(path, PersonOnTheirWay.consent());
        control("DELETE", "/visitor");
        var asked = person.get(path, PersonOnTheirWay.consent());

        assertThat(PersonOnTheirWay.back(accepted)).containsKey("tenant");
        assertThat(PersonOnTheirWay.back(cancelled)).containsEntry("error", "permission_denied");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(requireNonNull(simulator.tenants().find(TENANT)).consent())
                .isEqualTo(Consent.GRANTED);
        assertThat(json(control("GET", "/journal?call=consent")).at("/calls/0/method").asString())
                .isEqualTo("GET");
    }

    @Test
    void setsFaultsOfIdTokensAndNewKeys() throws Exception {
        var fault =
                control(
                        "POST",
                        "/faults",
                        "{'tenant':'*','calls':['signIn'],'effect':'idToken','flaw':'wrongNonce'}");

        assertThat(json(fault).path("effect").asString()).isEqualTo("idToken");
        assertThat(json(fault).at("/with/flaw").asString()).isEqualTo("WRONG_NONCE");
        assertThat(control("POST", "/keys").statusCode()).isEqualTo(204);
        var keys = simulator.loginUrl() + "/common/discovery/v2.0/keys";
        assertThat(json(client.get("", keys)).path("keys")).hasSize(1);
    }

    @Test
    void changesTenantsAndTeams() throws Exception {
        String path = "/tenants/" + TENANT;
        control("PATCH", path, "{'consent':'revoked','clientSecrets':['new','old']}");
        control("PUT", path + "/teams/" + TEAM, "{'schedule':false}");

        var tenant = requireNonNull(simulator.tenants().find(TENANT));
        assertThat(tenant.consent()).isEqualTo(Consent.REVOKED);
        assertThat(tenant.credentials().secrets()).containsExactlyInAnyOrder("new", "old");
        assertThat(tenant.teams().get(TEAM)).isNotNull().matches(team -> !team.scheduled());
        assertThat(control("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(control("DELETE", path).statusCode()).isEqualTo(404);
        assertThat(control("PATCH", path, "{}").statusCode()).isEqualTo(404);
        control("PUT", "/tenants", "{'id':'" + STRANGER + "'}");
        assertThat(simulator.tenants().find(STRANGER)).isNotNull();
    }

    @Test
    void setsAndClearsFaults() throws Exception {
        String token = client.token(TENANT);
        var set =
                control(
                        "POST",
                        "/faults",
                        "{'tenant':'"
                                + TENANT
                                + "','calls':['presence'],'effect':'throttle',"
                                + "'retryAfter':'-5','latency':'5ms'}");
        assertThat(set.statusCode()).isEqualTo(201);

        var throttled = client.presences(token, List.of(ANNA));

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("-5");
        var shown = json(control("GET", "/faults")).at("/faults/0");
        assertThat(shown.path("effect").asString()).isEqualTo("throttle");
        assertThat(shown.path("hits").asInt()).isEqualTo(1);
        control("DELETE", "/faults/" + json(set).path("id").asString());
        assertThat(client.presences(token, List.of(ANNA)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'calls':['presence']}                                   | tenant is missing
                    {'tenant':'*'}                                           | calls is missing
                    {'tenant':'*','calls':['teams']}                         | calls is 'teams', allowed: token, presence, schedule, shifts, timeOff
                    {'tenant':'*','calls':['token'],'effect':'explode'}      | effect is 'explode', allowed: none, status
                    {'tenant':'*','calls':['token'],'effect':'status'}       | status is missing
                    {'tenant':'*','calls':['token'],'times':0}               | times is '0', allowed: a whole number from 1
                    {'tenant':'*','calls':['presence'],'effect':'loginError','aadsts':700016} | only token and signIn calls
                    {'tenant':'*','calls':['token'],'effect':'throttle','retryAfter':'soon'}  | retryAfter is 'soon'
                    {                                                        | is not JSON
                    """)
    void saysWhatIsWrongWithAFault(String body, String error) throws Exception {
        var refusal = control("POST", "/faults", body);

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(json(refusal).path("error").asString()).contains(error);
    }

    @Test
    void changesConditions() throws Exception {
        control("PATCH", "/conditions", "{'latency':'200ms','limits':true,'pageSize':7}");

        assertThat(simulator.conditions())
                .isEqualTo(
                        Conditions.IDEAL
                                .withLatency(Duration.ofMillis(200))
                                .withLimits(true)
                                .withPageSize(7));
        assertThat(control("PATCH", "/conditions", "{'pageSize':0}").statusCode()).isEqualTo(400);
    }

    @Test
    void showsAndForgetsTheJournal() throws Exception {
        client.presences(client.token(TENANT), List.of(ANNA, BEN));

        var calls = json(control("GET", "/journal?call=presence&tenant=" + TENANT));
        assertThat(calls.at("/calls/0/ids/1").asString()).isEqualTo(BEN.toString());
        assertThat(calls.at("/calls/0/start").isString()).isTrue();
        var counts = json(control("GET", "/journal/summary")).path("counts");
        assertThat(counts.at("/1/call").asString()).isEqualTo("presence");
        assertThat(counts.at("/1/ids").asInt()).isEqualTo(2);
        control("DELETE", "/journal");
        assertThat(json(control("GET", "/journal/summary")).path("counts")).isEmpty();
    }

    @Test
    void keepsItsOwnCallsOutOfTheJournal() throws Exception {
        control("GET", "/journal");

        assertThat(simulator.journal().summary()).isEmpty();
        assertThat(control("GET", "/nothing").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> control(String method, String path) throws Exception {
        return control(method, path, "");
    }

    private HttpResponse<String> control(String method, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path))
                        .method(method, BodyPublishers.ofString(body.replace('\'', '"'))));
    }
}
