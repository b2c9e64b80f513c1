package org.teamsavailability.mapping.fallback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.fallback.FallbackQuery;
import org.teamsavailability.mapping.fallback.Fallbacks;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.schemas.Reason;

/** When and why Teams was not used for dispatches of the caller's desk. */
@RestController
@Tag(name = "Availability")
@RequestMapping("/public-api/fallbacks")
class FallbackController {

    /** How much the clock of a caller may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final Fallbacks fallbacks;
    private final Clock clock;

    FallbackController(Fallbacks fallbacks, Clock clock) {
        this.fallbacks = fallbacks;
        this.clock = clock;
    }

    @Operation(
            operationId = "findFallbacks",
            summary = "Find fallbacks",
            description =
                    "The fallbacks of the desk, newest first, how many of each reason occurred in"
                            + " each hour, and when Teams was used again. They are read from the"
                            + " topics when they are asked for. A call reads at most 64 MiB and"
                            + " takes at most 2 s, so a page can be empty before the last one:"
                            + " continue until nextCursor is null. The counts, firstSeen and"
                            + " lastSeen are of the fallbacks from this page back to countedFrom."
                            + " recoveredAt and shareOfDispatches are on the first page only, and"
                            + " know the last 24 hours.")
    @GetMapping
    ResponseEntity<FallbackList> find(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var asked = Page.Asked.of("fallbacks", caller.serviceDeskId(), cursor, limit);
        var query = new FallbackQuery(since(since), reason(reason), asked.afterOffset(), limit);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(FallbackList.of(fallbacks.find(caller.serviceDeskId(), query), asked));
    }

    private Instant since(@Nullable Instant given) {
        var now = clock.instant();
        if (given == null) {
            return now.minus(Fallbacks.DAY);
        }
        var earliest = now.minus(Fallbacks.LONGEST);
        if (given.isBefore(earliest.minus(CLOCKS))) {
            throw Problem.invalid(
                    FieldError.ofParameter(
                            "since",
                            "is %s, but fallbacks are kept for %d days. Use a time from %s on"
                                    .formatted(given, Fallbacks.LONGEST.toDays(), earliest)));
        }
        if (given.isAfter(now.plus(CLOCKS))) {
            throw Problem.invalid(
                    FieldError.ofParameter(
                            "since",
                            "is %s, which is to come. Use a time before now".formatted(given)));
        }
        return given;
    }

    private static @Nullable Reason reason(@Nullable String given) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(Reason.values())
                .filter(it -> it != Reason.UNKNOWN && FallbackQuery.isRecorded(it))
                .filter(it -> it.name().equals(given))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid(
                                FieldError.ofParameter(
                                        "reason",
                                        "is not the reason of a fallback. Use one of those in GET"
                                                + " /public-api/openapi.json, such as"
                                                + " TEAMS_UNREACHABLE")));
    }
}
