package org.teamsavailability.mapping.automap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.automap.AutoMap;
import org.teamsavailability.mapping.automap.RunFailure;
import org.teamsavailability.mapping.automap.RunRequest;
import org.teamsavailability.mapping.automap.StartResult;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;

/** "Run auto-map", and its review. */
@RestController
@Tag(name = "Auto-map")
@RequestMapping(AutoMapController.PATH)
class AutoMapController {

    static final String PATH = "/public-api/teams-availability/auto-map";

    private static final int LONGEST_WAIT = 60;

    private final AutoMap autoMap;

    AutoMapController(AutoMap autoMap) {
        this.autoMap = autoMap;
    }

    @Operation(
            operationId = "runAutoMap",
            summary = "Run auto-map",
            description =
                    "Matches technicians by email with the accounts of the members of up to 500"
                        + " Teams, or with no Team named of every Team. Without a body it is a full"
                        + " run; dryRun changes nothing. A run that would remove more than 3 and"
                        + " more than a fifth of the automatic mappings, or all of them, removes"
                        + " none: heldBack lists the technicians, and confirmClears with their"
                        + " number lets the next run remove them. ifUnchangedSince names the dry"
                        + " run that was looked at: the run changes nothing where the tenant, a"
                        + " technician or a mapping was changed since.")
    @ApiResponse(
            responseCode = "200",
            description = "The run has ended within wait seconds: its review",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "202",
            description = "The run continues: see Location",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "A run is in progress, see Location; or confirmClears is not the number of"
                            + " mappings that the run would remove; or something changed since the"
                            + " dry run; or the consent is missing or still spreading")
    @PostMapping
    ResponseEntity<RunView> run(
            @AuthenticationPrincipal Caller caller,
            @RequestBody(required = false) @Nullable AutoMapRequest request,
            @RequestParam(defaultValue = "30") int wait)
            throws InterruptedException {
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw Problem.invalid(
                    FieldError.ofParameter(
                            "wait", "is %d, use 0 to %d s".formatted(wait, LONGEST_WAIT)));
        }
        var wanted = request == null ? RunRequest.FULL : request.checked();
        var start = autoMap.start(caller.serviceDeskId(), wanted, caller.actor());
        return switch (start) {
            case StartResult.NotConnected _ -> throw notConnected();
            case StartResult.Busy busy -> throw AutoMapProblems.running(busy.runId());
            case StartResult.Started it ->
                    it.endsWithin(Duration.ofSeconds(wait))
                            ? ResponseEntity.ok(ended(caller, it.runId()))
                            : ResponseEntity.accepted()
                                    .location(location(it.runId()))
                                    .body(found(caller, it.runId()));
        };
    }

    @Operation(
            operationId = "getAutoMapRun",
            summary = "Read an auto-map run",
            description =
                    "Its progress, and its review when it has ended. Runs are kept for 24 hours.")
    @GetMapping("/{runId}")
    RunView find(@AuthenticationPrincipal Caller caller, @PathVariable UUID runId) {
        return found(caller, runId);
    }

    @Operation(
            operationId = "undoAutoMapRun",
            summary = "Undo the last auto-map run",
            description =
                    "Restores the mappings that the last run changed, within 24 hours of its start;"
                            + " a repeat changes nothing.")
    @ApiResponse(responseCode = "200", description = "The run, undone", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "It is not the last run that changed mappings, a run is in progress, or"
                            + " something changed since")
    @PostMapping("/{runId}/undo")
    RunView undo(@AuthenticationPrincipal Caller caller, @PathVariable UUID runId) {
        return RunView.of(autoMap.undo(caller.serviceDeskId(), runId, caller.actor()));
    }

    /** A condition that does not hold is an error of the request that named it. */
    private RunView ended(Caller caller, UUID runId) {
        var run = found(caller, runId);
        var failure = run.problem();
        if (failure != null && failure.concernsCondition()) {
            throw problem(failure, runId);
        }
        return run;
    }

    private static Problem problem(RunFailure failure, UUID runId) {
        var problem =
                Problem.conflict(failure.name(), failure.title(), failure.detail())
                        .with("runId", runId);
        problem.headers().setLocation(location(runId));
        return problem;
    }

    private RunView found(Caller caller, UUID runId) {
        var report = autoMap.find(caller.serviceDeskId(), runId);
        if (report == null) {
            throw Problem.notFound("run of the last 24 hours", runId.toString());
        }
        return RunView.of(report);
    }

    static URI location(UUID runId) {
        return URI.create(PATH + "/" + runId);
    }

    private static Problem notConnected() {
        return Problem.conflict(
                "teams-not-listed-yet",
                "Teams can't be listed yet",
                "The Microsoft tenant of this service desk has not granted consent, or not yet"
                        + " everywhere: wait a minute and retry, or open the page that GET"
                        + " /public-api/teams-availability/consent-url gives.");
    }
}
