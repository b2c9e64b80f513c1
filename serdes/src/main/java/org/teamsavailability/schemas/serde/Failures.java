package org.teamsavailability.schemas.serde;

import com.microsoft.kiota.ApiException;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Tells apart what a serializer throws: the registry does not answer, it does not know the schema,
 * or the record is wrong.
 *
 * <p>Serializers wrap what they catch in their own ways, so the cause chain is read from the
 * outside in, up to the first cause that says which of the three it is.
 */
final class Failures {

    static final int NOT_FOUND = 404;
    private static final int DEEPEST = 30;

    private Failures() {}

    /** What is thrown for a record whose schema the registry does not know. */
    static UnreadableRecordException ofAnUnknownSchema(String topic) {
        return new UnreadableRecordException(
                "A record on " + topic + " names a schema that the registry does not know");
    }

    /** Whether the registry said while a record was read that it does not know the schema. */
    static boolean isOfAnUnknownSchema(Throwable failure) {
        return chain(failure).stream()
                .filter(cause -> isNotFound(cause) || unreachable(cause) != null)
                .findFirst()
                .filter(Failures::isNotFound)
                .isPresent();
    }

    static SerializationException whenReading(String topic, Throwable failure) {
        for (var cause : chain(failure)) {
            if (isNotFound(cause)) {
                return ofAnUnknownSchema(topic);
            }
            var unreachable = unreachable(cause);
            if (unreachable != null) {
                return unreachable;
            }
        }
        return new UnreadableRecordException(
                "A record on "
                        + topic
                        + " cannot be read with the schema it names ("
                        + innermost(failure).getClass().getSimpleName()
                        + ")");
    }

    static SerializationException whenWriting(String topic, String record, Throwable failure) {
        for (var cause : chain(failure)) {
            if (isNotFound(cause) || isNotFoundByContent(cause)) {
                return new SchemaMissingException(List.of(topic + "-value"));
            }
            var unreachable = unreachable(cause);
            if (unreachable != null) {
                return unreachable;
            }
        }
        return new SerializationException(
                "A "
                        + record
                        + " for "
                        + topic
                        + " cannot be written ("
                        + innermost(failure).getClass().getSimpleName()
                        + path(failure)
                        + ")");
    }

    private static @Nullable RegistryUnreachableException unreachable(Throwable cause) {
        var failure =
                ConfluentAnswer.is(cause)
                        ? new IOException("no usable answer", cause)
                        : cause instanceof IOException io && !isOfTheBytes(io) ? io : null;
        return failure == null
                ? null
                : new RegistryUnreachableException(
                        "The schema registry cannot be reached, or gives no usable answer ("
                                + innermost(failure).getClass().getSimpleName()
                                + ")"
                                + wayIn(failure),
                        failure);
    }

    private static String wayIn(Throwable failure) {
        return chain(failure).stream()
                .map(WayIn::after)
                .filter(hint -> !hint.isEmpty())
                .findFirst()
                .orElseGet(() -> WayIn.elsewhere(innermost(failure) instanceof IOException));
    }

    private static boolean isNotFound(Throwable cause) {
        return cause instanceof ApiException answer
                ? answer.getResponseStatusCode() == NOT_FOUND
                : ConfluentAnswer.isNotFound(cause);
    }

    /** Avro reports bytes that end too early, or a number that does not end, as I/O failures. */
    private static boolean isOfTheBytes(IOException failure) {
        return failure instanceof EOFException || failure instanceof InvalidNumberEncodingException;
    }

    /** Apicurio's search for a schema by its text has no exception of its own. */
    private static boolean isNotFoundByContent(Throwable cause) {
        var message = cause.getMessage();
        return cause.getClass() == RuntimeException.class
                && message != null
                && message.startsWith("Could not resolve artifact reference by content");
    }

    /** Where a null stands that may not be one: the outermost names its path, and no value. */
    private static String path(Throwable failure) {
        return chain(failure).stream()
                .filter(cause -> cause instanceof NullPointerException)
                .findFirst()
                .map(cause -> ": " + cause.getMessage())
                .orElse("");
    }

    private static Throwable innermost(Throwable failure) {
        return chain(failure).getLast();
    }

    private static List<Throwable> chain(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
    }
}
