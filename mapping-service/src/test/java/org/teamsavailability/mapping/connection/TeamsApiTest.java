package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Team;

class TeamsApiTest extends RunningService {

    private static final String TEAMS = "/teams-availability/teams";

    @Test
    void listsTeamsByNamePageByPage() {
        granted();
        microsoft.hasTeams(
                tenant, List.of(team("Zebra"), team("alpha"), team("Beta"), team("alpha")));

        var first = api("GET", TEAMS + "?limit=3").json();
        var second = api("GET", TEAMS + "?limit=3&cursor=" + first.get("nextCursor").asString());

        assertThat(first.get("items").findValuesAsString("displayName"))
                .containsExactly("alpha", "alpha", "Beta");
        assertThat(second.json().get("items").findValuesAsString("displayName"))
                .containsExactly("Zebra");
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
        assertThat(microsoft.listed(tenant)).isEqualTo(1);
    }

    @Test
    void readsTheTeamsAgainAfterAMinute() {
        granted();
        api("GET", TEAMS);
        clock.advance(Duration.ofSeconds(60));
        microsoft.hasTeams(tenant, List.of(team("New")));

        var answer = api("GET", TEAMS);

        assertThat(answer.body()).contains("New");
    }

    @Test
    void cannotListTeamsWithoutAConsent() {
        var answer = api("GET", TEAMS);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("title").asString()).isEqualTo("Teams can't be listed yet");
        assertThat(answer.body()).contains("wait a minute and click Retry");
    }

    @Test
    void listsTeamsAtARetryOnceTheConsentHasSpread() {
        linked();
        var spreading = api("GET", TEAMS);
        microsoft.issuesAll(tenant);
        clock.advance(Duration.ofSeconds(10));

        var retried = api("GET", TEAMS);

        assertThat(spreading.status()).isEqualTo(409);
        assertThat(spreading.body()).contains("Teams can't be listed yet", "click Retry");
        assertThat(retried.status()).isEqualTo(200);
    }

    @Test
    void takesAMissingPermissionForASpreadingOneAtFirst() {
        granted();
        microsoft.refusesTeams(
                tenant,
                new GraphFailure.PermissionMissing(
                        403, null, GraphPermission.GROUP_MEMBER_READ_ALL));

        var atFirst = api("GET", TEAMS);
        clock.advance(Duration.ofMinutes(5));
        var later = api("GET", TEAMS);

        assertThat(atFirst.body()).contains("Teams can't be listed yet");
        assertThat(later.status()).isEqualTo(409);
        assertThat(later.body()).contains("permission-missing", "GroupMember.Read.All");
    }

    @Test
    void noticesARevocationWhileListingTeams() {
        granted();
        microsoft.refusesTeams(tenant, FakeMicrosoft.noConsent());
        microsoft.fails(tenant, FakeMicrosoft.noConsent());

        var answer = api("GET", TEAMS);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("Teams can't be listed yet", "revoked");
        assertThat(connection(desk)).extracting("consent").isEqualTo(ConsentState.REVOKED);
    }

    @Test
    void tellsThatMicrosoftDoesNotGiveTheTeams() {
        granted();
        microsoft.refusesTeams(tenant, new GraphFailure.Unreachable(null, null));

        var answer = api("GET", TEAMS);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("microsoft-unreachable");
    }

    @Test
    void saysWhichTeamsHaveASchedule() {
        granted();
        var a = team("a");
        var b = team("b");
        var c = team("c");
        microsoft.hasTeams(tenant, List.of(a, b, c));
        microsoft.hasSchedule(a.id(), true);
        microsoft.hasSchedule(b.id(), false);

        var unasked = api("GET", TEAMS).json().get("items");
        var items = api("GET", TEAMS + "?withSchedule=true").json().get("items");

        assertThat(unasked.get(0).get("schedule").isNull()).isTrue();
        assertThat(items.findValuesAsString("schedule"))
                .containsExactly("PROVISIONED", "NOT_PROVISIONED", "NONE");
        assertThat(api("GET", TEAMS + "?withSchedule=true").json().get("items")).isEqualTo(items);
        assertThat(microsoft.schedulesRead(tenant)).isEqualTo(3);
    }

    @Test
    void saysWhichPermissionSchedulesNeed() {
        granted();
        var a = team("a");
        microsoft.hasTeams(tenant, List.of(a));
        microsoft.hasSchedule(
                a.id(),
                new GraphFailure.PermissionMissing(403, null, GraphPermission.SCHEDULE_READ_ALL));

        var answer = api("GET", TEAMS + "?withSchedule=true");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("permission-missing", "Schedule.Read.All");
    }

    private static Team team(String name) {
        return new Team(UUID.randomUUID(), name);
    }
}
