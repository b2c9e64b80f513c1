package org.teamsavailability.client;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells what may succeed at a later try from what never will. */
final class Failures {

    private static final int DEEPEST = 30;

    private Failures() {}

    /** Whether a later try with the same record may succeed. */
    static boolean isTemporary(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof RetriableException
                    || cause instanceof InterruptException
                    || cause instanceof TimeoutException
                    || (cause instanceof IOException && !isOfTheBytes(cause))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whether the producer itself is of no more use: Kafka's client ends for good with it. */
    static boolean endsTheProducer(Throwable failure) {
        return failure instanceof AuthenticationException
                || failure instanceof ClusterAuthorizationException;
    }

    /** Avro reports bytes that end too early, or a number that does not end, as I/O failures. */
    private static boolean isOfTheBytes(Throwable failure) {
        return failure instanceof EOFException || failure instanceof InvalidNumberEncodingException;
    }
}
