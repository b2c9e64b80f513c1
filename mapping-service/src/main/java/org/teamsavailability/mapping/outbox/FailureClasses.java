package org.teamsavailability.mapping.outbox;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.broker.Refusals;
import org.teamsavailability.schemas.serde.RegistryUnreachableException;
import org.teamsavailability.schemas.serde.SchemaMissingException;
import org.teamsavailability.service.kafka.TopicsMissingException;

/** A failure for the log, without its messages: these may hold values of rows or records. */
final class FailureClasses {

    private static final int DEEPEST = 8;

    private FailureClasses() {}

    /**
     * As {@code KafkaException < TimeoutException}: the last is the reason. Missing topics and
     * schemas are named, and why Kafka or the registry does not let us in.
     */
    static String of(Throwable failure) {
        var refusal = Refusals.of(failure);
        if (refusal != null) {
            return refusal;
        }
        var causes =
                Stream.<@Nullable Throwable>iterate(
                                failure, it -> it != null, it -> it == null ? null : it.getCause())
                        .limit(DEEPEST)
                        .toList();
        return causes.stream()
                .filter(FailureClasses::namesNoValue)
                .map(it -> String.valueOf(it == null ? null : it.getMessage()))
                .findFirst()
                .orElseGet(() -> classes(causes));
    }

    private static boolean namesNoValue(@Nullable Throwable failure) {
        return failure instanceof TopicsMissingException
                || failure instanceof SchemaMissingException
                || failure instanceof RegistryUnreachableException;
    }

    private static String classes(List<@Nullable Throwable> causes) {
        return causes.stream()
                .map(it -> String.valueOf(it == null ? null : it.getClass().getSimpleName()))
                .collect(Collectors.joining(" < "));
    }
}
