package org.teamsavailability.graph.sdk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the fields of an object one after the other, each of its documented type or null. */
final class JsonFields {

    private JsonFields() {}

    /** What to do with the field whose name was just read; it reads or skips the value. */
    interface Field {
        void read(String name);
    }

    static void each(JsonParser json, Field field) {
        require(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            field.read(json.currentName());
        }
        require(json, JsonToken.END_OBJECT);
    }

    static @Nullable String text(JsonParser json) {
        return switch (json.nextToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NULL -> null;
            case null, default -> throw new UnexpectedShape();
        };
    }

    static boolean flag(JsonParser json) {
        return switch (json.nextToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            case null, default -> throw new UnexpectedShape();
        };
    }

    /** Null where the value is null. */
    static @Nullable Boolean flagOrNull(JsonParser json) {
        return switch (json.nextToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw new UnexpectedShape();
        };
    }

    /** Whether the value is an object, and not null. */
    static boolean object(JsonParser json) {
        return switch (json.nextToken()) {
            case START_OBJECT -> true;
            case VALUE_NULL -> false;
            case null, default -> throw new UnexpectedShape();
        };
    }

    /** The texts of a list; none where it is null. */
    static List<String> texts(JsonParser json) {
        var texts = new ArrayList<String>();
        if (list(json)) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(json, JsonToken.VALUE_STRING);
                texts.add(json.getString());
            }
        }
        return texts;
    }

    /** Whether the value is a list, and not null. */
    static boolean list(JsonParser json) {
        return switch (json.nextToken()) {
            case START_ARRAY -> true;
            case VALUE_NULL -> false;
            case null, default -> throw new UnexpectedShape();
        };
    }

    static void skip(JsonParser json) {
        json.nextToken();
        json.skipChildren();
    }

    static void require(JsonParser json, JsonToken token) {
        if (json.currentToken() != token) {
            throw new UnexpectedShape();
        }
    }
}
