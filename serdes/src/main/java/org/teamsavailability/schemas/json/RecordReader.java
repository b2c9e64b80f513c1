package org.teamsavailability.schemas.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.TrustedRecords;
import tools.jackson.databind.JsonNode;

/** Reads records from plain JSON as their schemas say. */
public final class RecordReader {

    /** Characters of a wrong value that a message repeats. */
    private static final int REPEATED = 100;

    private final SpecificData avro;
    private final InstantForm instants;

    /**
     * @param instants how instants are written in the JSON
     */
    public RecordReader(InstantForm instants) {
        TrustedRecords.allow();
        this.avro = SpecificData.get();
        this.instants = instants;
    }

    /**
     * Reads a record. Fields that have a default may be left out.
     *
     * @throws InvalidJsonException if the JSON is not of the record's form; names the field
     */
    public <T extends SpecificRecord> T read(Class<T> type, JsonNode json) {
        return type.cast(record(avro.getSchema(type), json, Place.WHOLE));
    }

    private Object record(Schema schema, JsonNode json, Place place) {
        if (!json.isObject()) {
            throw bad(place, json, "an object with fields");
        }
        refuseUnknown(schema, json, place);
        var record = (SpecificRecord) SpecificData.newInstance(avro.getClass(schema), schema);
        for (var field : schema.getFields()) {
            record.put(
                    field.pos(),
                    fieldValue(field, json.get(field.name()), place.field(field.name())));
        }
        return record;
    }

    private @Nullable Object fieldValue(Schema.Field field, @Nullable JsonNode json, Place place) {
        if (json != null) {
            return value(field.schema(), json, place);
        }
        if (field.hasDefaultValue()) {
            return avro.getDefaultValue(field);
        }
        throw new InvalidJsonException(place, "is missing", allowed(field.schema()));
    }

    private @Nullable Object value(Schema schema, JsonNode json, Place place) {
        return switch (schema.getType()) {
            case UNION -> json.isNull() ? null : value(notNull(schema), json, place);
            case RECORD -> record(schema, json, place);
            case ARRAY -> array(schema, json, place);
            case MAP -> map(schema, json, place);
            case STRING -> {
                require(json.isString(), schema, json, place);
                yield json.asString();
            }
            case BOOLEAN -> {
                require(json.isBoolean(), schema, json, place);
                yield json.booleanValue();
            }
            case ENUM -> {
                require(
                        json.isString() && schema.hasEnumSymbol(json.asString()),
                        schema,
                        json,
                        place);
                yield avro.createEnum(json.asString(), schema);
            }
            case LONG -> number(schema, json, place);
            case INT -> {
                require(json.isIntegralNumber() && json.canConvertToInt(), schema, json, place);
                yield json.intValue();
            }
            default ->
                    throw new IllegalStateException(
                            place.text() + " is of a type that is not read");
        };
    }

    private Object number(Schema schema, JsonNode json, Place place) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            var instant = json.isString() ? instants.parser().apply(json.asString()) : null;
            require(instant != null, schema, json, place);
            return Objects.requireNonNull(instant);
        }
        require(json.isIntegralNumber(), schema, json, place);
        return json.longValue();
    }

    private List<@Nullable Object> array(Schema schema, JsonNode json, Place place) {
        require(json.isArray(), schema, json, place);
        var items = new ArrayList<@Nullable Object>(json.size());
        for (int i = 0; i < json.size(); i++) {
            items.add(value(schema.getElementType(), json.get(i), place.item(i)));
        }
        return items;
    }

    private Map<String, @Nullable Object> map(Schema schema, JsonNode json, Place place) {
        require(json.isObject(), schema, json, place);
        var values = new HashMap<String, @Nullable Object>();
        json.properties()
                .forEach(each ->
                        values.put(
                                each.getKey(),
                                value(
                                        schema.getValueType(),
                                        each.getValue(),
                                        place.field(each.getKey()))));
        return values;
    }

    private static void refuseUnknown(Schema schema, JsonNode json, Place place) {
        var unknown = new HashSet<>(json.propertyNames());
        var known = schema.getFields().stream().map(Schema.Field::name).toList();
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            var name = unknown.stream().sorted().findFirst().orElseThrow();
            throw new InvalidJsonException(
                    place.field(name),
                    "is no field of " + schema.getName(),
                    String.join(", ", known));
        }
    }

    private void require(boolean holds, Schema schema, JsonNode json, Place place) {
        if (!holds) {
            throw bad(place, json, allowed(schema));
        }
    }

    private static InvalidJsonException bad(Place place, JsonNode json, String allowed) {
        var value = json.isString() ? "'" + json.asString() + "'" : json.toString();
        return new InvalidJsonException(
                place,
                "is " + (value.length() > REPEATED ? value.substring(0, REPEATED) + "…" : value),
                allowed);
    }

    private String allowed(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> allowed(notNull(schema)) + ", or null";
            case RECORD -> "an object with fields";
            case ARRAY -> "a list, each of it " + allowed(schema.getElementType());
            case MAP -> "an object, each value of it " + allowed(schema.getValueType());
            case STRING -> "a text";
            case BOOLEAN -> "true or false";
            case ENUM -> String.join(", ", schema.getEnumSymbols());
            case LONG ->
                    schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                            ? instants.description()
                            : "a whole number";
            case INT -> "a whole number";
            default -> schema.getType().getName();
        };
    }

    private static Schema notNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
