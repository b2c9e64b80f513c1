package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Team;

/** A consent or a permission that is lost shows in the connection at the next use of Graph. */
class LostConsentInUseTest extends RunningService {

    private static final String PUT = "PUT /technicians/anna/teams-mapping";
    private static final String BODY =
            """
            {"microsoftUserId": "%s", "userPrincipalName": "anna@x.example"}
            """
                    .formatted(new UUID(1, 2));

    @BeforeEach
    void aTechnicianAndATeam() {
        granted();
        api(
                "PUT",
                "/technicians",
                "{\"technicians\": [{\"technicianId\": \"anna\", \"displayName\": \"Anna\"}]}");
        microsoft.hasTeams(tenant, List.of(new Team(new UUID(0, 1), "Service Desk")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET /teams-availability/teams",
        "POST /teams-availability/auto-map",
        PUT,
    })
    void revokesTheConnectionAtEachUse(String route) {
        microsoft.refusesTeams(tenant, FakeMicrosoft.noConsent());
        microsoft.refusesAccounts(tenant, FakeMicrosoft.noConsent());
        microsoft.fails(tenant, FakeMicrosoft.noConsent());

        call(route);

        assertThat(connection(desk)).extracting("consent").isEqualTo(ConsentState.REVOKED);
    }

    @Test
    void revokesTheConnectionThatWasCheckedJustBefore() {
        api("GET", "/teams-availability/status");
        microsoft.refusesTeams(tenant, FakeMicrosoft.noConsent());
        microsoft.fails(tenant, FakeMicrosoft.noConsent());

        call("GET /teams-availability/teams");

        assertThat(connection(desk)).extracting("consent").isEqualTo(ConsentState.REVOKED);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /teams-availability/teams",
        "POST /teams-availability/auto-map",
        PUT,
    })
    void notesAPermissionThatIsMissingAtEachUse(String route) {
        var missing =
                new GraphFailure.PermissionMissing(
                        403, null, GraphPermission.GROUP_MEMBER_READ_ALL);
        microsoft.refusesTeams(tenant, missing);
        microsoft.refusesAccounts(tenant, missing);
        microsoft.issues(tenant, GraphPermission.PRESENCE_READ_ALL);

        call(route);

        assertThat(permissions()).isEqualTo("[PRESENCE_READ_ALL]");
    }

    @Test
    void notesAPermissionThatIsMissingForATeam() {
        microsoft.refusesAccounts(
                tenant,
                new GraphFailure.PermissionMissing(
                        403, null, GraphPermission.GROUP_MEMBER_READ_ALL));
        microsoft.issues(tenant, GraphPermission.PRESENCE_READ_ALL);

        call("POST /teams-availability/auto-map");

        assertThat(permissions()).isEqualTo("[PRESENCE_READ_ALL]");
    }

    @Test
    void asksForNoTokenWhereMicrosoftIsUnreachable() {
        microsoft.refusesAccounts(tenant, new GraphFailure.Unreachable(503, null));
        int before = microsoft.asked(tenant);

        call(PUT);

        assertThat(microsoft.asked(tenant)).isEqualTo(before);
    }

    @Test
    void checksAMissingPermissionOnceInTenSeconds() {
        microsoft.refusesAccounts(
                tenant,
                new GraphFailure.PermissionMissing(403, null, GraphPermission.USER_READ_ALL));
        int before = microsoft.asked(tenant);
        call(PUT);
        call(PUT);
        int meanwhile = microsoft.asked(tenant);
        clock.advance(Duration.ofSeconds(10));

        call(PUT);

        assertThat(meanwhile).isEqualTo(before + 1);
        assertThat(microsoft.asked(tenant)).isEqualTo(before + 2);
    }

    private void call(String route) {
        var words = route.split(" ", 2);
        api(key(), words[0], words[1], body(words[0]));
    }

    private static @Nullable String body(String method) {
        return method.equals("PUT") ? BODY : null;
    }

    private String permissions() {
        var connection = connection(desk);
        return connection == null ? "none" : connection.permissions().toString();
    }
}
