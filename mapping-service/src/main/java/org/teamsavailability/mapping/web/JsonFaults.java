package org.teamsavailability.mapping.web;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong in a JSON body, and where, without the words of the JSON library. */
public final class JsonFaults {

    private static final int LONGEST_NAME = 100;

    private JsonFaults() {}

    /** A 400 that names the place. */
    public static Problem problem(JacksonException failure) {
        return Problem.malformed(error(failure));
    }

    private static FieldError error(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                    FieldError.at(JsonPaths.of(unknown), unknown(unknown));
            case MismatchedInputException it when JsonPaths.isTrailing(it) ->
                    FieldError.at("", "holds a second value after the first. Send one JSON object");
            case MismatchedInputException it ->
                    FieldError.at(JsonPaths.of(it), "must be " + kind(it.getTargetType()));
            case InputCoercionException it ->
                    FieldError.at(JsonPaths.of(it), "is a number out of the range of an integer");
            case StreamConstraintsException it ->
                    FieldError.at(
                            JsonPaths.ofParser(it),
                            "is nested too deep, or holds a number or a name that is too long");
            case StreamReadException it when isDuplicate(it) ->
                    FieldError.at(
                            JsonPaths.ofParser(it), "is there twice in its object. Send it once");
            case StreamReadException it ->
                    FieldError.at(JsonPaths.ofParser(it), "is not valid JSON" + position(it));
            default -> FieldError.at(JsonPaths.of(failure), "cannot be used as it is");
        };
    }

    private static String unknown(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? "is not a field of this request. Leave it out"
                : "is not a field of this request. Use " + choice(known);
    }

    private static String choice(Collection<?> names) {
        var sorted = names.stream().map(String::valueOf).sorted().toList();
        return sorted.size() == 1
                ? sorted.getFirst()
                : String.join(", ", sorted.subList(0, sorted.size() - 1))
                        + " or "
                        + sorted.getLast();
    }

    /** What a value of this type looks like, as in "must be an integer". */
    static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(joining(", "));
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class
                || type == int.class
                || type == Long.class
                || type == long.class) {
            return "an integer";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    /** The library has no type of its own for it; the test of duplicate fields holds this. */
    private static boolean isDuplicate(StreamReadException failure) {
        return failure.getOriginalMessage().startsWith("Duplicate Object property");
    }

    private static String position(StreamReadException failure) {
        var at = failure.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line %d, column %d. Look for an extra or a missing comma, quote or bracket"
                        .formatted(at.getLineNr(), at.getColumnNr());
    }

    /** A text from a request, short enough for a message. */
    public static String shown(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }
}
