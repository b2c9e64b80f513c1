package org.teamsavailability.mapping.desk.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.desk.DeskRefusal;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of a service desk. */
@Configuration(proxyBeanMethods = false)
class DeskProblems {

    private static final int SECONDS = 5;

    @Bean
    ProblemsOf<DeskRefusal> ofDesks() {
        return new ProblemsOf<>(DeskRefusal.class, DeskProblems::of);
    }

    private static Problem of(DeskRefusal refusal) {
        return switch (refusal) {
            case DeskRefusal.Busy busy ->
                    new Problem(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "desk-busy",
                                    "The service desk has too many requests in progress",
                                    "Other changes of this service desk have taken more than %d s. Nothing was changed: try again in %d s."
                                            .formatted(busy.waited().toSeconds(), SECONDS))
                            .retryAfter(SECONDS);
        };
    }
}
