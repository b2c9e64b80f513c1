package org.teamsavailability.mapping.publishing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure for the log, without its messages: these may hold values of rows or records. */
final class FailureClasses {

    private static final int DEEPEST = 8;

    private FailureClasses() {}

    /**
     * As {@code KafkaException < TimeoutException}: the last is the reason. Missing topics are
     * named.
     */
    static String of(Throwable failure) {
        if (failure instanceof TopicsMissingException) {
            return String.valueOf(failure.getMessage());
        }
        return Stream.<@Nullable Throwable>iterate(
                        failure, it -> it != null, it -> it == null ? null : it.getCause())
                .limit(DEEPEST)
                .map(it -> String.valueOf(it == null ? null : it.getClass().getSimpleName()))
                .collect(Collectors.joining(" < "));
    }
}
