package org.teamsavailability.mapping.technician.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
@ResourceLock("the directory of SharedApi")
class DirectoryControllerTest {

    private static final String ROUTE = "/public-api/teams-availability/directory/users";

    private final TestApi api;

    private TestApi.Desk desk;

    DirectoryControllerTest(TestApi api) {
        this.api = api;
        desk = newDesk();
    }

    @BeforeEach
    void aConnectedDesk() {
        desk = newDesk();
        desk.connect("GRANTED");
    }

    @Test
    void findsAccountsBySignInName() {
        var ben = api.directory().disabled(desk.tenant(), "anna.ben@tenant.test");
        api.directory().account(desk.tenant(), "anna.amy@tenant.test");
        api.directory().account(desk.tenant(), "zoe@tenant.test");

        var answer = desk.get(ROUTE + "?search=%20anna.%20");

        assertThat(answer.status()).isEqualTo(200);
        var items = answer.body().path("items");
        assertThat(items.findValuesAsString("userPrincipalName"))
                .containsExactly("anna.amy@tenant.test", "anna.ben@tenant.test");
        assertThat(items.at("/1/microsoftUserId").asString()).isEqualTo(ben.id().toString());
        assertThat(items.at("/1/enabled").asBoolean()).isFalse();
    }

    @Test
    void findsNobodyOfAnotherDesksTenant() {
        var other = newDesk();
        other.connect("GRANTED");
        api.directory().account(other.tenant(), "anna@tenant.test");

        assertThat(desk.get(ROUTE + "?search=anna").body().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?search=", "?search=%20", "?search=%00"})
    void namesTheParameterThatItRefuses(String query) {
        var answer = desk.get(ROUTE + query);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.body().at("/errors/0/parameter").asString()).isEqualTo("search");
    }

    @Test
    void takesAtMostAHundredCharacters() {
        assertThat(desk.get(ROUTE + "?search=" + "x".repeat(100)).status()).isEqualTo(200);
        assertThat(desk.get(ROUTE + "?search=" + "x".repeat(101)).status()).isEqualTo(422);
    }

    @Test
    void needsAConnectionAndTheConsent() {
        var pending = newDesk();
        pending.connect("REVOKED");

        assertThat(type(newDesk())).endsWith("not-connected");
        assertThat(type(pending)).endsWith("consent-missing");
    }

    @Test
    void saysWhichPermissionIsMissing() {
        api.directory()
                .failWith(
                        new GraphFailure.PermissionMissing(
                                403, "r-1", GraphPermission.USER_READ_ALL));

        var answer = desk.get(ROUTE + "?search=anna");
        api.directory().failWith(null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("permission").asString()).isEqualTo("User.Read.All");
    }

    private static String type(TestApi.Desk desk) {
        var answer = desk.get(ROUTE + "?search=anna");
        assertThat(answer.status()).isEqualTo(409);
        return answer.body().path("type").asString();
    }

    private TestApi.Desk newDesk() {
        return api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }
}
