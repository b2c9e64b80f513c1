package org.teamsavailability.mapping.decision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.availability.RequestRules;
import org.teamsavailability.mapping.decision.DecisionQuery;
import org.teamsavailability.mapping.decision.Decisions;
import org.teamsavailability.mapping.decision.Viewer;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.mapping.web.Problem;

/** What was decided for the caller's desk. */
@RestController
@Tag(name = "Availability")
@RequestMapping("/public-api/decisions")
class DecisionController {

    private final Decisions decisions;

    DecisionController(Decisions decisions) {
        this.decisions = decisions;
    }

    @Operation(
            operationId = "findDecisions",
            summary = "Find decisions",
            description =
                    "The answers of the desk of the last 24 hours, over HTTP and over Kafka, newest"
                            + " first, all of them or those of a ticket, an execution or a request."
                            + " They are read from the topic when they are asked for. A call reads"
                            + " at most 64 MiB and takes at most 2 s, so a page can be empty before"
                            + " the last one: continue until nextCursor is null. There is no filter"
                            + " by technician, because it would make a record of where a person"
                            + " was. The operator may let administrators alone read decisions; then"
                            + " a key needs the scope write too.")
    @GetMapping
    ResponseEntity<DecisionList> find(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String ticketId,
            @RequestParam(required = false) @Nullable String executionId,
            @RequestParam(required = false) @Nullable String requestId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var asked = Page.Asked.of("decisions", caller.serviceDeskId(), cursor, limit);
        check("ticketId", ticketId == null ? null : RequestRules.wrongInId(ticketId));
        check("executionId", executionId == null ? null : RequestRules.wrongInText(executionId));
        check("requestId", requestId == null ? null : RequestRules.wrongInId(requestId));
        var page =
                decisions.find(
                        caller.serviceDeskId(),
                        viewer(caller),
                        new DecisionQuery(
                                ticketId, executionId, requestId, asked.afterOffset(), limit));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(DecisionList.of(page, asked));
    }

    private static Viewer viewer(Caller caller) {
        return caller.scopes().contains(Scope.WRITE) ? Viewer.ADMINISTRATOR : Viewer.READER;
    }

    private static void check(String parameter, @Nullable String wrong) {
        if (wrong != null) {
            throw Problem.invalid(FieldError.ofParameter(parameter, wrong));
        }
    }
}
