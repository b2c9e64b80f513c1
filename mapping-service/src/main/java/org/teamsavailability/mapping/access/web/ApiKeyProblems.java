package org.teamsavailability.mapping.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.access.ApiKeyRefusal;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of API keys. */
@Configuration(proxyBeanMethods = false)
class ApiKeyProblems {

    @Bean
    ProblemsOf<ApiKeyRefusal> ofApiKeys() {
        return new ProblemsOf<>(ApiKeyRefusal.class, ApiKeyProblems::of);
    }

    private static Problem of(ApiKeyRefusal refusal) {
        return switch (refusal) {
            case ApiKeyRefusal.NotFound it -> Problem.notFound("API key", it.id().toString());
            case ApiKeyRefusal.TooMany it ->
                    Problem.conflict(
                            "too-many-keys",
                            "The service desk has too many API keys",
                            "The service desk has %d keys that are taken, revoke one first."
                                    .formatted(it.most()));
            case ApiKeyRefusal.AlreadyRotated it ->
                    Problem.conflict(
                            "already-rotated",
                            "The key was rotated before",
                            "The key %s ends at %s; rotate the key that was made in its place, or create another."
                                    .formatted(it.id(), it.expiresAt()));
            case ApiKeyRefusal.ScopeMissing _ ->
                    new Problem(
                            HttpStatus.FORBIDDEN,
                            "scope-missing",
                            "The API key lacks the required scope",
                            "An API key cannot give a scope that it lacks. Use a key with these"
                                    + " scopes.");
            case ApiKeyRefusal.IdempotencyKeyReused _ ->
                    new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "key-reused",
                            "The Idempotency-Key was used for another request",
                            "This Idempotency-Key came with another request in the last 24 hours."
                                    + " Use a new one for each new request.");
            case ApiKeyRefusal.Ended it ->
                    Problem.conflict(
                            "key-ended",
                            "The API key has ended",
                            "The API key %s, which this request made, was revoked or has expired. Use a new Idempotency-Key to make another."
                                    .formatted(it.id()));
        };
    }
}
