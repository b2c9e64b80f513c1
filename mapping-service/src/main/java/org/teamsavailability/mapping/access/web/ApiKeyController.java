package org.teamsavailability.mapping.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.ApiKey;
import org.teamsavailability.mapping.access.ApiKeySecret;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.ApiKeysOnce;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.access.NewApiKey;
import org.teamsavailability.mapping.access.RepeatableRequest;
import org.teamsavailability.mapping.web.IdempotencyKey;
import org.teamsavailability.mapping.web.Page;

/** API keys of the caller's desk. */
@RestController
@Tag(name = "API keys")
@RequestMapping(ApiKeyController.PATH)
class ApiKeyController {

    static final String PATH = "/public-api/api-keys";

    private final ApiKeys keys;
    private final ApiKeysOnce once;

    ApiKeyController(ApiKeys keys, ApiKeysOnce once) {
        this.keys = keys;
        this.once = once;
    }

    @Operation(
            operationId = "listApiKeys",
            summary = "List API keys",
            description = "All keys of the desk with the revoked ones, without their secrets.")
    @GetMapping
    Page<ApiKeyAnswer> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var asked = Page.Asked.of("api-keys", caller.serviceDeskId(), cursor, limit);
        var after = asked.after();
        List<ApiKey> found =
                keys.all(caller.serviceDeskId()).stream()
                        .filter(key -> after == null || place(key).compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        var page = asked.page(found, ApiKeyController::place);
        return new Page<>(page.items().stream().map(ApiKeyAnswer::of).toList(), page.nextCursor());
    }

    /** Sorts as the list does, newest first; a key that was deleted leaves its place. */
    private static String place(ApiKey key) {
        long newestFirst = Long.MAX_VALUE - key.createdAt().toEpochMilli();
        return String.format(Locale.ROOT, "%019d %s", newestFirst, key.id());
    }

    @Operation(
            operationId = "createApiKey",
            summary = "Create an API key",
            description =
                    "The name has 1 to 100 characters; the scopes are read, write and ask, and a"
                            + " key gives no scope that it lacks. The secret is shown in this"
                            + " response only. With an Idempotency-Key the same API"
                            + " key may repeat the request for 24 hours, and gets the same key with"
                            + " the same secret.")
    @ApiResponse(responseCode = "201", description = "The key", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "The desk has too many keys, or the key that this Idempotency-Key made has"
                            + " ended")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            schema = @Schema(type = "string"))
    @PostMapping
    ResponseEntity<ApiKeyAnswer.Created> create(
            @AuthenticationPrincipal Caller caller,
            @RequestBody @Valid ApiKeyWish wish,
            HttpServletRequest request) {
        var scopes = wish.known();
        var repeatable = repeatable(request);
        return created(
                repeatable == null
                        ? keys.create(caller, wish.name(), scopes)
                        : once.create(caller, repeatable, wish.name(), scopes));
    }

    @Operation(
            operationId = "getApiKey",
            summary = "Read an API key",
            description = "A key of the desk, also one that ended, without its secret.")
    @GetMapping("/{id}")
    ApiKeyAnswer get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return ApiKeyAnswer.of(keys.get(caller.serviceDeskId(), id));
    }

    @Operation(
            operationId = "rotateApiKey",
            summary = "Rotate an API key",
            description =
                    "Makes a key with the same name and scopes; the old one stays valid for a"
                        + " while, until its expiresAt. The new secret is shown in this response"
                        + " only. With an Idempotency-Key the same API key may repeat the request"
                        + " for 24 hours, and gets the same new key with the same secret.")
    @ApiResponse(responseCode = "201", description = "The new key", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "The key has been rotated, the desk has too many keys, or the key that this"
                            + " Idempotency-Key made has ended")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            schema = @Schema(type = "string"))
    @PostMapping("/{id}/rotate")
    ResponseEntity<ApiKeyAnswer.Created> rotate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            HttpServletRequest request) {
        var repeatable = repeatable(request);
        return created(
                repeatable == null ? keys.rotate(caller, id) : once.rotate(caller, repeatable, id));
    }

    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "The key is refused from now on.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        keys.revoke(caller.serviceDeskId(), id, caller.actor());
    }

    private static ResponseEntity<ApiKeyAnswer.Created> created(NewApiKey made) {
        return ResponseEntity.created(URI.create(PATH + "/" + made.key().id()))
                .cacheControl(CacheControl.noStore())
                .body(ApiKeyAnswer.Created.of(made));
    }

    /** Null where the request does not say how its repeats are known. */
    private static @Nullable RepeatableRequest repeatable(HttpServletRequest request) {
        var key = IdempotencyKey.of(request);
        var presented = key == null ? null : ApiKeyFilter.presented(request);
        var secret = presented == null ? null : ApiKeySecret.of(presented);
        return key == null || secret == null ? null : new RepeatableRequest(key.text(), secret);
    }
}
