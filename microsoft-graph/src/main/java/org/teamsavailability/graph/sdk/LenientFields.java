package org.teamsavailability.graph.sdk;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads fields whose type may be wrong: the value is then skipped as a whole, so that what comes
 * after it can be read.
 */
final class LenientFields {

    private LenientFields() {}

    /**
     * Reads the object at which the parser stands; another value is skipped.
     *
     * @return whether it was an object
     */
    static boolean each(JsonParser json, JsonFields.Field field) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return false;
        }
        JsonFields.each(json, field);
        return true;
    }

    /** Whether the value that was just read is null. */
    static boolean wasNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /** The next value; null where it is null or not a text. */
    static @Nullable String text(JsonParser json) {
        if (json.nextToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        json.skipChildren();
        return null;
    }

    /** The next value, false where it is null; null where it is of another type. */
    static @Nullable Boolean flag(JsonParser json) {
        return switch (json.nextToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            case null, default -> {
                json.skipChildren();
                yield null;
            }
        };
    }
}
