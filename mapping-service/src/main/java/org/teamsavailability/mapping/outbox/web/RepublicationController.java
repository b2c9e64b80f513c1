package org.teamsavailability.mapping.outbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.outbox.Republication;

/** Publishes the caller's desk again. */
@RestController
@Tag(name = "Connection")
class RepublicationController {

    private final Republication republication;

    RepublicationController(Republication republication) {
        this.republication = republication;
    }

    /** Accepts it: the records follow. */
    @Operation(
            operationId = "republish",
            summary = "Publish the desk again",
            description = "Sends all records of the desk to Kafka again, soon after the response.")
    @PostMapping("/public-api/teams-availability/republish")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void republish(@AuthenticationPrincipal Caller caller) {
        var _ = republication.desk(caller.serviceDeskId(), caller.actor());
    }
}
