package org.teamsavailability.mapping.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.teamsavailability.mapping.refusal.RefusedException;

/** The one place where what the core refuses becomes a problem. */
@Component
public final class RefusalProblems {

    private final List<ProblemsOf<?>> packages;

    public RefusalProblems(List<ProblemsOf<?>> packages) {
        this.packages = List.copyOf(packages);
    }

    /** The problem that stands for the refusal. */
    public Problem of(RefusedException refused) {
        var refusal = refused.refusal();
        return packages.stream()
                .filter(it -> it.isAbout(refusal))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows " + refusal))
                .of(refusal);
    }
}
