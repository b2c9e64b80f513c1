package org.teamsavailability.mapping.availability.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.availability.AvailabilityRefusal;
import org.teamsavailability.mapping.web.AskRoutes;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of requests that ask over HTTP. */
@Configuration(proxyBeanMethods = false)
class AvailabilityProblems {

    @Bean
    ProblemsOf<AvailabilityRefusal> ofAvailabilityRequests() {
        return new ProblemsOf<>(AvailabilityRefusal.class, AvailabilityProblems::of);
    }

    /** A request that this desk did not send. */
    static Problem notFound(String requestId) {
        return Problem.notFound("request of the last 24 hours", requestId);
    }

    private static Problem of(AvailabilityRefusal refusal) {
        return switch (refusal) {
            case AvailabilityRefusal.NotFound it -> notFound(it.requestId());
            case AvailabilityRefusal.KeyReused _ ->
                    new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "key-reused",
                            "The Idempotency-Key was used for another request",
                            "This Idempotency-Key or requestId came with another body in the last"
                                    + " 24 hours. Use a new one for each new request.");
            case AvailabilityRefusal.InProgress it ->
                    Problem.conflict(
                                    "request-in-progress",
                                    "An earlier call with this request id is still being accepted",
                                    "Repeat the same request in %d s to get its answer."
                                            .formatted(seconds(it.retryAfter())))
                            .retryAfter(seconds(it.retryAfter()));
            case AvailabilityRefusal.TooManyWaiting it ->
                    AskRoutes.tooManyWaiting(it.most(), it.ofDesk());
            case AvailabilityRefusal.StreamUnavailable it ->
                    new Problem(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "event-stream-unavailable",
                                    "The event stream is unavailable",
                                    "Kafka or the schema registry did not answer in time. Repeat the same request with the same Idempotency-Key or requestId in %d s; without a repeat it is not published."
                                            .formatted(seconds(it.retryAfter())))
                            .retryAfter(seconds(it.retryAfter()));
        };
    }

    /** Rounded up, 1 or more. */
    private static long seconds(Duration duration) {
        return Math.max(1, Math.ceilDiv(duration.toMillis(), 1_000L));
    }
}
