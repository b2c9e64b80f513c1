package org.teamsavailability.mapping.automap.web;

import java.util.function.Function;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.mapping.automap.RunFailure;
import org.teamsavailability.mapping.web.GraphProblems;

/** Failures of Microsoft Graph, put as every route puts them. */
public final class FailureWords implements Function<GraphFailure, RunFailure> {

    private final GraphProblems problems;

    public FailureWords(GraphProblems problems) {
        this.problems = problems;
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
