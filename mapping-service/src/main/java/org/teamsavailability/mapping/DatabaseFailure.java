package org.teamsavailability.mapping;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.teamsavailability.mapping.command.Causes;

/** Says in one sentence that the service did not start without its database. */
class DatabaseFailure implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var sentence = Causes.ofDatabase(failure);
        return sentence == null
                ? null
                : new FailureAnalysis(
                        sentence,
                        "Correct it and start again; docs/settings.md lists the settings.",
                        failure);
    }
}
