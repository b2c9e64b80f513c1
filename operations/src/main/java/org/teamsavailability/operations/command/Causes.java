package org.teamsavailability.operations.command;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.broker.Refusals;

/** Says why something failed in a sentence, with the way out where it is known. */
final class Causes {

    private static final String OURS = "org.teamsavailability.";

    private Causes() {}

    static String of(Throwable failure) {
        var refusal = Refusals.of(failure);
        if (refusal != null) {
            return refusal;
        }
        Throwable root = failure;
        Throwable ours = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known != null) {
                return known;
            }
            ours = isOurs(cause) ? cause : ours;
            root = cause;
        }
        var told = ours == null ? root : ours;
        return told.getMessage() == null ? told.toString() : told.getMessage();
    }

    private static @Nullable String known(Throwable cause) {
        return switch (cause) {
            case AuthorizationException e ->
                    "Kafka does not allow it (%s): docs/operations/authentication-and-tls.md lists the entries that this needs."
                            .formatted(e.getMessage());
            case UnknownTopicOrPartitionException _ ->
                    "A topic does not exist: create it with `topics create`, or correct"
                            + " TOPIC_PREFIX.";
            case ProducerFencedException _ ->
                    "Another run of this command took this one's place: nothing was sent by this"
                            + " one.";
            case TimeoutException e ->
                    "Kafka does not answer in time (%s): check KAFKA_BOOTSTRAP_SERVERS, KAFKA_SECURITY_PROTOCOL, and that it runs."
                            .formatted(e.getMessage());
            default -> null;
        };
    }

    private static boolean isOurs(Throwable cause) {
        var origin = cause.getStackTrace();
        return cause.getClass().getName().startsWith(OURS)
                || (origin.length > 0 && origin[0].getClassName().startsWith(OURS));
    }
}
