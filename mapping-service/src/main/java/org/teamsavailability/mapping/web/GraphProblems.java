package org.teamsavailability.mapping.web;

import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.teamsavailability.graph.GraphFailure;

/** Failures of Microsoft Graph, as a caller of the API is told of them. */
public final class GraphProblems {

    private static final String AGAIN = "It is not your request: try again later.";

    private final Clock clock;

    public GraphProblems(Clock clock) {
        this.clock = clock;
    }

    /** The problem that stands for the failure. */
    public Problem of(GraphFailure failure) {
        var problem =
                switch (failure) {
                    case GraphFailure.ConsentMissing _ -> consentMissing();
                    case GraphFailure.PermissionMissing missing ->
                            permissionMissing(missing.permission().role());
                    case GraphFailure.Throttled throttled -> throttled(throttled);
                    case GraphFailure.OwnCredentialsRefused _ ->
                            unreachable(
                                    HttpStatus.BAD_GATEWAY,
                                    "Microsoft refuses the credentials of this installation: its"
                                            + " operator has to renew them.");
                    case GraphFailure.Malformed _,
                            GraphFailure.NotProvisioned _,
                            GraphFailure.Refused _ ->
                            unreachable(
                                    HttpStatus.BAD_GATEWAY,
                                    "Microsoft's answer cannot be used. " + AGAIN);
                    case GraphFailure.TimedOut _ ->
                            unreachable(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "Microsoft does not answer in time. " + AGAIN);
                    case GraphFailure.Unreachable it ->
                            it.status() == null
                                    ? unreachable(
                                            HttpStatus.SERVICE_UNAVAILABLE,
                                            "Microsoft cannot be reached. " + AGAIN)
                                    : unreachable(
                                            HttpStatus.BAD_GATEWAY,
                                            "Microsoft answers with status %d. %s"
                                                    .formatted(it.status(), AGAIN));
                };
        var requestId = failure.requestId();
        return requestId == null ? problem : problem.with("microsoftRequestId", requestId);
    }

    /** The desk's tenant has not consented, or not any more. */
    public static Problem consentMissing() {
        return Problem.conflict(
                "consent-missing",
                "Consent is missing",
                "The Microsoft tenant of this service desk has not granted consent, or has revoked"
                        + " it: let one of its administrators open the page that"
                        + " GET /public-api/teams-availability/consent-url gives.");
    }

    /** The tenant's token lacks this permission, named as Microsoft does. */
    public static Problem permissionMissing(String permission) {
        return Problem.conflict(
                        "permission-missing",
                        "A permission is missing",
                        "The Microsoft tenant of this service desk has not granted %s: let one of its administrators consent again, and wait a minute."
                                .formatted(permission))
                .with("permission", permission);
    }

    private Problem throttled(GraphFailure.Throttled throttled) {
        long seconds =
                Math.max(
                        1,
                        Duration.between(clock.instant(), throttled.notBefore())
                                .plusMillis(999)
                                .toSeconds());
        return unreachable(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Microsoft limits the requests of this tenant, try again in %d s."
                                .formatted(seconds))
                .retryAfter(seconds);
    }

    private static Problem unreachable(HttpStatus status, String detail) {
        return new Problem(status, "microsoft-unreachable", "Microsoft is unavailable", detail);
    }
}
