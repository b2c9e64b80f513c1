package org.teamsavailability.mapping.automap.web;

import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.mapping.automap.RunFailure;
import org.teamsavailability.mapping.web.GraphProblems;

/** Failures of Microsoft Graph, put as every route puts them. */
@Component
public final class FailureWords implements Function<GraphFailure, RunFailure> {

    private final GraphProblems problems;

    public FailureWords(Clock clock) {
        this.problems = new GraphProblems(clock);
    }

    @Override
    public RunFailure apply(GraphFailure failure) {
        var problem = problems.of(failure).body();
        return new RunFailure(
                String.valueOf(problem.getType()),
                String.valueOf(problem.getTitle()),
                String.valueOf(problem.getDetail()));
    }
}
