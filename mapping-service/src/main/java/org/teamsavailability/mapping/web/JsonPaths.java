package org.teamsavailability.mapping.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/**
 * Where in a body something stands, as JSON pointers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
final class JsonPaths {

    private JsonPaths() {}

    /** The pointer of a field path of Spring's validation: {@code scopes[0].name}. */
    static String ofField(String path) {
        return path.isEmpty()
                ? ""
                : "/" + escaped(path).replace("[", "/").replace("]", "").replace('.', '/');
    }

    /** The place that a failure of data binding names; else where the parser stands. */
    static String of(JacksonException failure) {
        var path = failure.getPath();
        var context = context(failure);
        return path.isEmpty() && context != null ? of(context) : of(path);
    }

    /** Where the parser stands, which knows more of a malformed text than the path. */
    static String ofParser(JacksonException failure) {
        var context = context(failure);
        return context == null ? of(failure.getPath()) : of(context);
    }

    /** Whether a second value was started after the body's own. */
    static boolean isTrailing(JacksonException failure) {
        var context = context(failure);
        while (context != null && !context.inRoot()) {
            context = context.getParent();
        }
        return context != null && context.getEntryCount() > 1;
    }

    private static @Nullable TokenStreamContext context(JacksonException failure) {
        return failure.processor() instanceof JsonParser parser ? parser.streamReadContext() : null;
    }

    private static String of(TokenStreamContext context) {
        return context.pathAsPointer().toString();
    }

    private static String of(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            var name = step.getPropertyName();
            pointer.append('/').append(name == null ? step.getIndex() : escaped(name));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
