package org.teamsavailability.mapping.connection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.connection.ScheduleStatus;
import org.teamsavailability.mapping.connection.TeamList;
import org.teamsavailability.mapping.connection.TeamSchedules;
import org.teamsavailability.mapping.web.Page;

/** The Teams of the caller's tenant. */
@RestController
@Tag(name = "Auto-map")
class TeamController {

    private final TeamList teams;
    private final TeamSchedules schedules;

    TeamController(TeamList teams, TeamSchedules schedules) {
        this.teams = teams;
        this.schedules = schedules;
    }

    /**
     * A Team.
     *
     * @param schedule null where it was not asked for
     */
    @Schema(name = "Team")
    record Item(UUID id, String displayName, @Nullable ScheduleStatus schedule) {}

    @Operation(
            operationId = "listTeams",
            summary = "List Teams",
            description =
                    "The Teams of the connected tenant by name, at most a minute old. withSchedule"
                            + " adds whether each Team of the page has a Shifts schedule, at most"
                            + " ten minutes old. Microsoft is asked twice a second, for 10 s at"
                            + " most: a schedule that is UNKNOWN then comes with a later request.")
    @ApiResponse(
            responseCode = "200",
            description = "The Teams, by name",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "The consent is missing or still spreading, try again in a minute; or a"
                            + " permission is missing")
    @ApiResponse(
            responseCode = "502",
            description = "Microsoft refused, or its answer cannot be used")
    @ApiResponse(
            responseCode = "503",
            description = "Microsoft cannot be reached, or throttles: see Retry-After")
    @GetMapping("/public-api/teams-availability/teams")
    Page<Item> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "false") boolean withSchedule) {
        var asked = Page.Asked.of("teams", caller.serviceDeskId(), cursor, limit);
        var page =
                asked.page(
                        teams.after(caller.serviceDeskId(), asked.after(), limit + 1),
                        TeamList::place);
        var found =
                withSchedule
                        ? schedules.of(
                                caller.serviceDeskId(),
                                page.items().stream().map(Team::id).toList())
                        : Map.<UUID, ScheduleStatus>of();
        return new Page<>(
                page.items().stream()
                        .map(it -> new Item(it.id(), it.displayName(), found.get(it.id())))
                        .toList(),
                page.nextCursor());
    }
}
