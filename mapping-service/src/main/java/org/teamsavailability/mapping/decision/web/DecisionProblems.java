package org.teamsavailability.mapping.decision.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.decision.DecisionRefusal;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of decisions. */
@Configuration(proxyBeanMethods = false)
class DecisionProblems {

    @Bean
    ProblemsOf<DecisionRefusal> ofDecisions() {
        return new ProblemsOf<>(DecisionRefusal.class, DecisionProblems::of);
    }

    private static Problem of(DecisionRefusal refusal) {
        return switch (refusal) {
            case DecisionRefusal.AdministratorsOnly _ ->
                    new Problem(
                            HttpStatus.FORBIDDEN,
                            "scope-missing",
                            "The API key lacks the required scope",
                            "On this installation, decisions are visible to administrators only,"
                                    + " and need the scope write. Use a key with that scope.");
        };
    }
}
