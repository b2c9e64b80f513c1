package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.MARK;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;

class ConnectionApiTest extends RunningService {

    private static final String STATUS = "/teams-availability/status";
    private static final String CONNECTION = "/teams-availability/connection";
    private static final String TEAMS = "/teams-availability/teams";

    @Test
    void givesAConsentPageForAnHour() {
        var answer = api("GET", "/teams-availability/consent-url");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("consentUrl").asString())
                .startsWith("https://login.microsoftonline.com/organizations/v2.0/adminconsent")
                .contains("redirect_uri=https://teams.example.com/teams-availability/consent");
        assertThat(answer.json().get("expiresAt").asString())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)).toString());
    }

    @Test
    void givesTheConsentPageOfTheDesksCloud() {
        var started = api("PUT", CONNECTION, "{\"cloud\": \"US_GOV_L4\"}");

        var answer = api("GET", "/teams-availability/consent-url");

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.json().get("consent").asString()).isEqualTo("PENDING");
        assertThat(answer.json().get("consentUrl").asString())
                .startsWith("https://login.microsoftonline.us/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cloud\": \"MARS\"}", "{\"cloud\": null}", "{}"})
    void refusesAnUnknownCloud(String body) {
        var answer = api("PUT", CONNECTION, body);

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void changesNoCloudUnderATenant() {
        linked();

        var other = api("PUT", CONNECTION, "{\"cloud\": \"CHINA\"}");
        var same = api("PUT", CONNECTION, "{\"cloud\": \"GLOBAL\"}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains(tenant.toString());
        assertThat(same.status()).isEqualTo(200);
    }

    @Test
    void saysThatNothingIsConnected() {
        var status = api("GET", STATUS).json();

        assertThat(status.get("connection").get("microsoftTenantId").isNull()).isTrue();
        assertThat(status.get("connection").get("consent").asString()).isEqualTo("PENDING");
        assertThat(status.get("permissions").findValuesAsString("name"))
                .containsExactly(
                        "Presence.Read.All",
                        "Schedule.Read.All",
                        "GroupMember.Read.All",
                        "User.Read.All");
        assertThat(status.get("checkedAt").isNull()).isTrue();
    }

    @Test
    void letsTheTokenDecideAtStatus() {
        linked();
        microsoft.issues(tenant, GraphPermission.PRESENCE_READ_ALL);

        var status = api("GET", STATUS).json();

        assertThat(status.get("connection").get("consent").asString()).isEqualTo("GRANTED");
        assertThat(status.get("permissions").toString())
                .contains("{\"name\":\"Presence.Read.All\",\"granted\":true}")
                .contains("{\"name\":\"User.Read.All\",\"granted\":false}");
        assertThat(status.get("checkedAt").asString()).isEqualTo(clock.instant().toString());
    }

    @Test
    void asksForATokenEveryTenSecondsAtMost() {
        linked();
        microsoft.fails(tenant, new GraphFailure.Unreachable(503, null));
        api("GET", STATUS);

        api("GET", STATUS);
        int soon = microsoft.asked(tenant);
        clock.advance(Duration.ofSeconds(10));
        api("GET", STATUS);

        assertThat(soon).isEqualTo(1);
        assertThat(microsoft.asked(tenant)).isEqualTo(2);
    }

    @Test
    void noticesARevocationAndMarksItForPublishing() {
        granted();
        microsoft.fails(tenant, FakeMicrosoft.noConsent());
        var before = markVersion();

        var status = api("GET", STATUS).json();

        assertThat(status.get("connection").get("consent").asString()).isEqualTo("REVOKED");
        assertThat(status.get("permissions").toString()).doesNotContain("true");
        assertThat(markVersion()).isGreaterThan(before);
        assertThat(audited().getLast().action()).isEqualTo("connection.consent-changed");
    }

    @Test
    void leavesTheConnectionAsItIsWhereMicrosoftDoesNotAnswer() {
        granted();
        var before = connection(desk);
        microsoft.fails(tenant, new GraphFailure.Unreachable(503, null));

        var status = api("GET", STATUS);

        assertThat(status.status()).isEqualTo(200);
        assertThat(connection(desk)).isEqualTo(before);
    }

    @Test
    void publishesNothingWhereACheckChangesNothing() {
        granted();
        var before = markVersion();

        api("GET", STATUS);

        assertThat(markVersion()).isEqualTo(before);
    }

    @Test
    void saysWhatADisconnectTakesAlong() {
        granted();
        mapped("anna", tenant, "AUTO_MAPPED");
        mapped("ben", tenant, "AUTO_MAPPED");
        mapped("cleo", tenant, "MANUAL");

        var unconfirmed = api("DELETE", CONNECTION);
        var misspelt = api("DELETE", CONNECTION + "?confirm=" + desk + "x");

        assertThat(unconfirmed.status()).isEqualTo(409);
        assertThat(unconfirmed.json().get("autoMapped").asInt()).isEqualTo(2);
        assertThat(unconfirmed.json().get("manual").asInt()).isEqualTo(1);
        assertThat(unconfirmed.body()).contains(tenant.toString(), "confirm");
        assertThat(misspelt.status()).isEqualTo(409);
        assertThat(mappedTechnicians()).hasSize(3);
    }

    @Test
    void disconnectsWithEveryDerivedMapping() {
        granted();
        mapped("anna", tenant, "AUTO_MAPPED");
        mapped("cleo", tenant, "MANUAL");

        var answer = api("DELETE", CONNECTION + "?confirm=" + desk);
        var again = api("DELETE", CONNECTION + "?confirm=" + desk);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(404);
        assertThat(connection(desk)).isNull();
        assertThat(mappedTechnicians()).containsExactly("cleo");
        assertThat(audited()).extracting("action").endsWith("mapping.removed", "connection.ended");
    }

    @Test
    void showsAndChangesNothingOfAnotherDesk() {
        granted();
        var stranger = newDesk(desk + "-stranger");

        var status = api(stranger, "GET", STATUS, null);
        var ended = api(stranger, "DELETE", CONNECTION + "?confirm=" + desk, null);
        var teams = api(stranger, "GET", TEAMS, null);

        assertThat(status.body()).doesNotContain(tenant.toString());
        assertThat(ended.status()).isEqualTo(404);
        assertThat(teams.status()).isEqualTo(409);
        assertThat(connection(desk)).isNotNull();
    }

    private long markVersion() {
        return transactions()
                .in(desk, it -> it.selectFrom(MARK).where(MARK.KIND.eq("CONNECTION")).fetchSingle())
                .getVersion();
    }
}
