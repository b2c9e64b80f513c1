package org.teamsavailability.mapping.connection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.connection.Connection;
import org.teamsavailability.mapping.connection.ConnectionStatus;
import org.teamsavailability.mapping.connection.Connections;
import org.teamsavailability.mapping.connection.ConsentState;
import org.teamsavailability.mapping.connection.consent.ConsentStart;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;

/** The connection of the caller's desk. */
@RestController
@Tag(name = "Connection")
@RequestMapping("/public-api/teams-availability")
class ConnectionController {

    private final ConsentStart flow;
    private final Connections connections;
    private final ConnectionStatus status;

    ConnectionController(ConsentStart flow, Connections connections, ConnectionStatus status) {
        this.flow = flow;
        this.connections = connections;
        this.status = status;
    }

    /** Where an administrator consents, and until when. */
    @Schema(name = "ConsentUrl")
    record ConsentUrl(URI consentUrl, Instant expiresAt) {}

    /** Which tenant is connected. */
    @Schema(name = "Connection")
    record Link(@Nullable UUID microsoftTenantId, MicrosoftCloud cloud, ConsentState consent) {

        private static final Link NONE =
                new Link(null, MicrosoftCloud.GLOBAL, ConsentState.PENDING);

        static Link of(@Nullable Connection connection) {
            return connection == null
                    ? NONE
                    : new Link(
                            connection.microsoftTenantId(),
                            connection.cloud(),
                            connection.consent());
        }
    }

    /** One of the four permissions. */
    @Schema(name = "Permission")
    record Permission(String name, boolean granted) {}

    /** The connection, and what its last token held. */
    @Schema(name = "ConnectionStatus")
    record Status(Link connection, List<Permission> permissions, @Nullable Instant checkedAt) {

        static Status of(@Nullable Connection connection) {
            Set<GraphPermission> granted = connection == null ? Set.of() : connection.permissions();
            return new Status(
                    Link.of(connection),
                    Arrays.stream(GraphPermission.values())
                            .map(it -> new Permission(it.role(), granted.contains(it)))
                            .toList(),
                    connection == null ? null : connection.checkedAt());
        }
    }

    /** What a connection is to be. */
    @Schema(name = "ConnectionRequest")
    record Wish(@NotNull String cloud) {

        MicrosoftCloud asCloud() {
            return Arrays.stream(MicrosoftCloud.values())
                    .filter(it -> it.name().equals(cloud))
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.invalid(
                                    FieldError.at(
                                            "/cloud",
                                            "is \"%.20s\", use GLOBAL, US_GOV_L4, US_GOV_L5 or CHINA"
                                                    .formatted(cloud))));
        }
    }

    @Operation(
            operationId = "getConsentUrl",
            summary = "Begin the consent",
            description =
                    "The address where an administrator of Microsoft consents; it works once, for"
                            + " 60 minutes.")
    @GetMapping("/consent-url")
    ConsentUrl consentUrl(@AuthenticationPrincipal Caller caller) {
        var page = flow.open(caller.serviceDeskId(), caller.actor());
        return new ConsentUrl(page.url(), page.expiresAt());
    }

    @Operation(
            operationId = "getStatus",
            summary = "Read the connection",
            description = "The tenant, its consent and the four permissions, as last checked.")
    @GetMapping("/status")
    Status status(@AuthenticationPrincipal Caller caller) {
        return Status.of(status.of(caller.serviceDeskId()));
    }

    @Operation(
            operationId = "putConnection",
            summary = "Choose the cloud",
            description =
                    "Begins a connection in a cloud of Microsoft. The administrator chooses the"
                            + " tenant.")
    @ApiResponse(
            responseCode = "200",
            description = "The connection, as it now is",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "The desk is connected in another cloud")
    @PutMapping("/connection")
    Link start(@AuthenticationPrincipal Caller caller, @RequestBody @Valid Wish wish) {
        return Link.of(connections.start(caller.serviceDeskId(), wish.asCloud(), caller.actor()));
    }

    @Operation(
            operationId = "deleteConnection",
            summary = "Disconnect",
            description =
                    "Ends the connection: automatic mappings go, manual ones are kept unpublished."
                            + " Without confirm nothing is done, and the 409 says what would go.")
    @ApiResponse(responseCode = "404", description = "There is no connection")
    @ApiResponse(responseCode = "409", description = "Not confirmed: the detail says what will go")
    @DeleteMapping("/connection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String confirm) {
        connections.end(caller.serviceDeskId(), confirm, caller.actor());
    }
}
