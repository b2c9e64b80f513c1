package org.teamsavailability.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says in one sentence why the service did not start, where the sentence is ours: a setting that is
 * missing or contradicts another, a topic or a schema that is not there.
 */
class StartFailure implements FailureAnalyzer {

    private static final String OURS = "org.teamsavailability.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Throwable ours = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ours = isOurs(cause) ? cause : ours;
        }
        return ours == null
                ? null
                : new FailureAnalysis(
                        String.valueOf(ours.getMessage()),
                        "Correct it and start again; README.md lists the settings.",
                        failure);
    }

    private static boolean isOurs(Throwable cause) {
        var origin = cause.getStackTrace();
        return origin.length > 0 && origin[0].getClassName().startsWith(OURS);
    }
}
