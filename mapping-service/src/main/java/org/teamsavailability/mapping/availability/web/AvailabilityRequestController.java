package org.teamsavailability.mapping.availability.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.availability.AvailabilityRequests;
import org.teamsavailability.mapping.availability.Reply;
import org.teamsavailability.mapping.availability.RequestRules;
import org.teamsavailability.mapping.web.AskRoutes;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.IdempotencyKey;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.node.ObjectNode;

/** Asks which technicians are available, and shows the answer. */
@RestController
@Tag(name = "Availability")
@RequestMapping(AskRoutes.PATH)
class AvailabilityRequestController {

    private static final String ANSWER = "#/components/schemas/CandidateAvailability";

    private final AvailabilityRequests requests;
    private final Clock clock;

    AvailabilityRequestController(AvailabilityRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** A request whose answer has not come. */
    @Schema(name = "OpenRequest")
    record OpenRequest(String requestId, String state) {

        static OpenRequest of(String requestId) {
            return new OpenRequest(requestId, "OPEN");
        }
    }

    @Operation(
            operationId = "askAvailability",
            summary = "Ask which technicians are available",
            description =
                    "Publishes the request and waits for its answer: by default until 100 ms after"
                            + " respondBy, or for 2.5 s if respondBy is not given or has passed. A"
                            + " repeat with the same Idempotency-Key or requestId within 24 hours"
                            + " publishes nothing and gets the same answer. The Idempotency-Key is"
                            + " the request id if the body names none; a key with a slash stands"
                            + " for sha256- and the SHA-256 of the key in hexadecimal digits."
                            + " Without both, the request gets a new id.")
    @ApiResponse(
            responseCode = "200",
            description = "The answer, as on the topic candidate-availability",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = ANSWER)))
    @ApiResponse(
            responseCode = "202",
            description = "The request is published and the answer did not come in time",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OpenRequest.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "An earlier call with this request id is still being accepted: see Retry-After")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            schema = @Schema(type = "string"))
    @PostMapping
    ResponseEntity<Object> ask(
            @AuthenticationPrincipal Caller caller,
            @RequestBody AvailabilityRequestBody body,
            @RequestParam(required = false) @Nullable Integer wait,
            HttpServletRequest request)
            throws InterruptedException {
        var key = IdempotencyKey.of(request);
        var patience = wait == null ? null : checked(wait);
        BodyCheck.check(body);
        var id = RequestIds.of(key, body.requestId());
        var asked = RequestRecords.of(body, caller.serviceDeskId(), id, clock.instant());
        return switch (requests.ask(asked, patience)) {
            case Reply.Answered it -> response(200).body(RecordWriter.write(it.answer()));
            case Reply.Open it -> open(it.requestId());
        };
    }

    @Operation(
            operationId = "getAvailabilityRequest",
            summary = "Read the answer to a request",
            description =
                    "The answer to a request of the last 24 hours that was asked over HTTP. Its"
                            + " field late is also true if the answer came after the wait of the"
                            + " call that asked.")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = ANSWER)))
    @ApiResponse(
            responseCode = "202",
            description = "The answer has not come yet",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OpenRequest.class)))
    @GetMapping("/{requestId}")
    ResponseEntity<Object> find(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String requestId,
            @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        var patience = checked(wait);
        if (RequestRules.wrongInId(requestId) != null) {
            throw AvailabilityProblems.notFound(requestId);
        }
        return switch (requests.find(caller.serviceDeskId(), requestId, patience)) {
            case Reply.Answered it -> response(200).body(late(it));
            case Reply.Open it -> open(it.requestId());
        };
    }

    private static Object late(Reply.Answered reply) {
        var json = (ObjectNode) RecordWriter.write(reply.answer());
        return json.put("late", reply.late());
    }

    private static Duration checked(int wait) {
        var longest = AvailabilityRequests.LONGEST_WAIT.toSeconds();
        if (wait < 0 || wait > longest) {
            throw Problem.invalid(
                    FieldError.ofParameter(
                            "wait", "is %d. Use 0 to %d seconds".formatted(wait, longest)));
        }
        return Duration.ofSeconds(wait);
    }

    private static ResponseEntity<Object> open(String requestId) {
        return response(202).location(location(requestId)).body(OpenRequest.of(requestId));
    }

    private static ResponseEntity.BodyBuilder response(int status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }

    /** Many clients resolve dots in a path. */
    private static URI location(String requestId) {
        var encoded = UriUtils.encode(requestId, StandardCharsets.UTF_8);
        return URI.create(
                AskRoutes.PATH
                        + "/"
                        + (encoded.matches("\\.{1,2}") ? encoded.replace(".", "%2E") : encoded));
    }
}
