package org.teamsavailability.mapping.search.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.search.SearchRefusal;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of searches. */
@Configuration(proxyBeanMethods = false)
class SearchProblems {

    private static final int SECONDS = 1;

    @Bean
    ProblemsOf<SearchRefusal> ofSearches() {
        return new ProblemsOf<>(SearchRefusal.class, SearchProblems::of);
    }

    private static Problem of(SearchRefusal refusal) {
        return switch (refusal) {
            case SearchRefusal.TooManySearches it ->
                    new Problem(
                                    HttpStatus.TOO_MANY_REQUESTS,
                                    "too-many-searches",
                                    "Too many searches run",
                                    "%s has %d searches of decisions and fallbacks that run, which is the limit. Wait for their responses, or try again in %d s."
                                            .formatted(
                                                    it.ofDesk()
                                                            ? "This service desk"
                                                            : "This instance of the service",
                                                    it.most(),
                                                    SECONDS))
                            .retryAfter(SECONDS);
            case SearchRefusal.StreamUnavailable it ->
                    new Problem(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "event-stream-unavailable",
                                    "The event stream is unavailable",
                                    "Kafka or the schema registry did not answer in time, or a topic is missing. Try again in %d s."
                                            .formatted(it.retryAfter().toSeconds()))
                            .retryAfter(it.retryAfter().toSeconds());
        };
    }
}
