package org.teamsavailability.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.simulator.Client.json;
import static org.teamsavailability.simulator.Fixtures.ANNA;
import static org.teamsavailability.simulator.Fixtures.STRANGER;
import static org.teamsavailability.simulator.Fixtures.TEAM;
import static org.teamsavailability.simulator.Fixtures.TENANT;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.exchange.Json;
import tools.jackson.databind.JsonNode;

class ScheduleTest extends RunningSimulator {
    private static final String SHIFTS = "/teams/" + TEAM + "/schedule/shifts";

    ScheduleTest() {
        super(Fixtures.simulator());
    }

    @Test
    void saysWhetherTheScheduleIsInUse() throws Exception {
        var schedule = client.get(token, "/teams/" + TEAM + "/schedule");
        assertThat(json(schedule).path("enabled").asBoolean()).isTrue();
        assertThat(json(schedule).path("provisionStatus").asString()).isEqualTo("Completed");

        team(Team.of(TEAM).withState(false, "Failed", "InsufficientPermissions"));

        schedule = client.get(token, "/teams/" + TEAM + "/schedule");
        assertThat(json(schedule).path("enabled").asBoolean()).isFalse();
        assertThat(json(schedule).path("provisionStatus").asString()).isEqualTo("Failed");
    }

    @Test
    void knowsNoTeamWithoutScheduleAndSaysSoInTheErrorsMessage() throws Exception {
        team(Team.withoutSchedule(TEAM));

        for (String path : List.of("/teams/" + TEAM + "/schedule", SHIFTS)) {
            var refusal = client.get(token, path);

            assertThat(refusal.statusCode()).isEqualTo(404);
            assertThat(code(refusal)).isEqualTo("NotFound");
        }
        assertThat(client.get(token, "/teams/" + STRANGER + "/schedule").statusCode())
                .isEqualTo(404);
    }

    @Test
    void selectsOnlyShiftsThatLieWhollyInsideTheFilter() throws Exception {
        team(
                Team.of(TEAM)
                        .withShift(shift("2026-03-02T08:00:00Z", "2026-03-02T16:00:00Z"))
                        .withShift(shift("2026-03-02T20:00:00Z", "2026-03-03T04:00:00Z"))
                        .withShift(shift("2026-03-01T22:00:00Z", "2026-03-02T06:00:00Z")));

        var shifts =
                shifts(
                        "sharedShift/startDateTime ge 2026-03-02T00:00:00.000Z"
                                + " and sharedShift/endDateTime le 2026-03-03T00:00:00.000Z");

        assertThat(json(shifts).path("value")).hasSize(1);
        assertThat(json(shifts).at("/value/0/sharedShift/startDateTime").asString())
                .isEqualTo("2026-03-02T08:00:00Z");
    }

    @Test
    void listsDraftsWithoutASharedShift() throws Exception {
        team(
                Team.of(TEAM)
                        .withShift(
                                ScheduleEntry.draft(
                                        ANNA,
                                        Instant.parse("2026-03-02T08:00:00Z"),
                                        Instant.parse("2026-03-02T16:00:00Z"))));

        assertThat(json(client.get(token, SHIFTS)).at("/value/0/sharedShift").isNull()).isTrue();
        assertThat(json(shifts("sharedShift/startDateTime ge 2026-01-01T00:00:00Z")).path("value"))
                .isEmpty();
        assertThat(json(shifts("draftShift/startDateTime ge 2026-01-01T00:00:00Z")).path("value"))
                .hasSize(1);
    }

    @Test
    void refusesFiltersOfAnyOtherForm() throws Exception {
        String ge = "sharedShift/startDateTime ge 2026-03-02T00:00:00Z";
        for (String filter :
                List.of(
                        ge + " and " + ge,
                        "sharedShift/startDateTime le 2026-03-02T00:00:00Z",
                        "sharedShift/startDateTime ge 2026-03-02",
                        "sharedTimeOff/startDateTime ge 2026-03-02T00:00:00Z",
                        ge + " or sharedShift/endDateTime le 2026-03-03T00:00:00Z",
                        "userId eq 'x'")) {
            var refusal = shifts(filter);

            assertThat(refusal.statusCode()).as(filter).isEqualTo(400);
            assertThat(code(refusal)).isEqualTo("BadRequest");
        }
    }

    @Test
    void linksPagesOnItsOwnHostAndKeepsTheFilter() throws Exception {
        Team team = Team.of(TEAM);
        for (int hour = 10; hour < 17; hour++) {
            team =
                    team.withShift(
                            shift("2026-03-02T%d:00:00Z".formatted(hour), "2026-03-02T18:00:00Z"));
        }
        team(team.withShift(shift("2026-03-04T08:00:00Z", "2026-03-04T16:00:00Z")));
        simulator.conditions(c -> c.withPageSize(3).withEmptyFirstPage(true));

        List<Integer> sizes = new ArrayList<>();
        var page =
                json(
                        shifts(
                                "sharedShift/startDateTime ge 2026-03-02T00:00:00Z"
                                        + " and sharedShift/endDateTime le 2026-03-03T00:00:00Z"));
        sizes.add(page.path("value").size());
        while (page.has("@odata.nextLink")) {
            String next = page.path("@odata.nextLink").asString();
            assertThat(next).startsWith(simulator.graphUrl() + SHIFTS);
            page = json(client.get(token, next));
            sizes.add(page.path("value").size());
        }

        assertThat(sizes).containsExactly(0, 3, 3, 1);
    }

    @Test
    void listsTimesOff() throws Exception {
        team(Team.of(TEAM).withTimeOff(shift("2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z")));

        var timesOff =
                client.get(
                        token,
                        "/teams/"
                                + TEAM
                                + "/schedule/timesOff?$filter="
                                + encoded("sharedTimeOff/startDateTime ge 2026-01-01T00:00:00Z"));

        assertThat(json(timesOff).at("/value/0/userId").asString()).isEqualTo(ANNA.toString());
        assertThat(json(timesOff).at("/value/0/sharedTimeOff/endDateTime").asString())
                .isEqualTo("2026-03-09T00:00:00Z");
    }

    private HttpResponse<String> shifts(String filter) throws Exception {
        return client.get(token, SHIFTS + "?$filter=" + encoded(filter));
    }

    private void team(Team team) {
        simulator.alter(TENANT, tenant -> tenant.withTeam(team));
    }

    private static ScheduleEntry shift(String start, String end) {
        return ScheduleEntry.shared(ANNA, Instant.parse(start), Instant.parse(end));
    }

    /** The code of the error that Shifts puts as JSON into the message of the common one. */
    private static String code(HttpResponse<String> refusal) {
        JsonNode own = Json.MAPPER.readTree(json(refusal).at("/error/message").asString());
        return own.at("/error/code").asString();
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, UTF_8).replace("+", "%20");
    }
}
