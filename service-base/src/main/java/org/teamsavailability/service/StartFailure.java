package org.teamsavailability.service;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.teamsavailability.schemas.broker.Refusals;

/**
 * Says in one sentence why the service did not start, where the sentence is ours: a setting that is
 * missing or contradicts another, a topic or a schema that is not there, a Kafka that does not let
 * us in.
 */
public final class StartFailure implements FailureAnalyzer {

    private static final String OURS = "org.teamsavailability.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Throwable ours = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ours = isOurs(cause) ? cause : ours;
        }
        var sentence = ours == null ? Refusals.of(failure) : String.valueOf(ours.getMessage());
        return sentence == null
                ? null
                : new FailureAnalysis(
                        sentence,
                        "Correct it and start again; docs/settings.md lists the settings.",
                        failure);
    }

    private static boolean isOurs(Throwable cause) {
        var origin = cause.getStackTrace();
        return origin.length > 0 && origin[0].getClassName().startsWith(OURS);
    }
}
