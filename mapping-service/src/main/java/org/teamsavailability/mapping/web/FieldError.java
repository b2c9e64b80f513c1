package org.teamsavailability.mapping.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One value of a request that is refused. It names exactly one of the three places.
 *
 * @param pointer where it stands in the JSON body, a JSON pointer; empty for the whole body
 * @param parameter the name of the query parameter
 * @param header the name of the header
 * @param message what is wrong and what to do, a predicate without a period at its end
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON pointers</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String message) {

    /** In the body. */
    public static FieldError at(String pointer, String message) {
        return new FieldError(pointer, null, null, message);
    }

    /** In the query. */
    public static FieldError ofParameter(String name, String message) {
        return new FieldError(null, name, null, message);
    }

    /** In a header. */
    public static FieldError ofHeader(String name, String message) {
        return new FieldError(null, null, name, message);
    }

    /** The same as a sentence. */
    String sentence() {
        return subject() + " " + message + ".";
    }

    private String subject() {
        if (parameter != null) {
            return parameter;
        }
        if (header != null) {
            return "The header " + header;
        }
        return pointer == null || pointer.isEmpty() ? "The body" : pointer;
    }
}
