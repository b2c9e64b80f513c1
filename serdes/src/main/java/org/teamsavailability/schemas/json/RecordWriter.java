package org.teamsavailability.schemas.json;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes records as plain JSON; what is absent is null, an instant is ISO 8601 text in UTC. */
public final class RecordWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordWriter() {}

    /** The record, its fields in the order of the schema. */
    public static JsonNode write(IndexedRecord record) {
        var object = JSON.objectNode();
        for (var field : record.getSchema().getFields()) {
            object.set(field.name(), value(record.get(field.pos())));
        }
        return object;
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case IndexedRecord record -> write(record);
            case Collection<?> items -> {
                var array = JSON.arrayNode();
                items.forEach(item -> array.add(value(item)));
                yield array;
            }
            case Map<?, ?> values -> {
                var object = JSON.objectNode();
                values.forEach((name, each) -> object.set(Objects.toString(name), value(each)));
                yield object;
            }
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            default -> JSON.stringNode(Objects.toString(value));
        };
    }
}
