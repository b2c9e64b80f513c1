package org.teamsavailability.mapping.connection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Compares JSON with a schema of the contract; a field that the schema does not have is wrong. */
record SchemaCheck(Contract contract) {

    /** What is wrong, each with where it stands; empty where nothing is. */
    List<String> wrong(JsonNode schema, JsonNode value) {
        var wrong = new ArrayList<String>();
        check("", schema, value, wrong);
        return wrong;
    }

    private void check(String at, JsonNode given, JsonNode value, List<String> wrong) {
        var schema = contract.resolved(given);
        if (schema.has("oneOf")) {
            long fitting = 0;
            for (var one : schema.path("oneOf")) {
                fitting += wrong(one, value).isEmpty() ? 1 : 0;
            }
            expect(fitting == 1, at, "fits " + fitting, wrong);
        }
        schema.path("allOf").forEach(part -> check(at, part, value, wrong));
        if (schema.has("type") && !isOfType(schema.path("type"), value)) {
            wrong.add(at + " is " + value.getNodeType() + ", not " + schema.path("type"));
        } else if (value.isObject()) {
            object(at, schema, value, wrong);
        } else if (value.isArray()) {
            expect(value.size() <= bound(schema, "maxItems"), at, "has too many items", wrong);
            for (int i = 0; i < value.size(); i++) {
                check(at + "/" + i, schema.path("items"), value.get(i), wrong);
            }
        } else if (value.isString()) {
            text(at, schema, value.asString(), wrong);
        } else if (value.isNumber()) {
            expect(value.asLong() <= bound(schema, "maximum"), at, "is too large", wrong);
            expect(value.asLong() >= schema.path("minimum").asLong(), at, "too small", wrong);
        }
    }

    private void object(String at, JsonNode schema, JsonNode value, List<String> wrong) {
        schema.path("required")
                .forEach(name -> expect(value.has(name.asString()), at, "lacks " + name, wrong));
        if (schema.has("properties") && !schema.path("additionalProperties").isObject()) {
            value.properties()
                    .forEach(field -> {
                        var of = schema.path("properties").path(field.getKey());
                        expect(!of.isMissingNode(), at, "has " + field.getKey(), wrong);
                        check(at + "/" + field.getKey(), of, field.getValue(), wrong);
                    });
        }
    }

    private static void text(String at, JsonNode schema, String text, List<String> wrong) {
        int length = text.codePointCount(0, text.length());
        expect(length <= bound(schema, "maxLength"), at, "is too long", wrong);
        expect(length >= schema.path("minLength").asInt(0), at, "is too short", wrong);
        if (schema.has("enum")) {
            var isOne =
                    schema.path("enum").valueStream().anyMatch(it -> text.equals(it.asString()));
            expect(isOne, at, "is none of " + schema.path("enum"), wrong);
        }
        if (schema.has("pattern")) {
            var fits = Pattern.compile(schema.path("pattern").asString()).matcher(text).find();
            expect(fits, at, "has another pattern", wrong);
        }
        try {
            switch (schema.path("format").asString("")) {
                case "uuid" -> UUID.fromString(text);
                case "date-time" -> Instant.parse(text);
                default -> {}
            }
        } catch (RuntimeException e) {
            wrong.add(at + " " + e.getMessage());
        }
    }

    private static long bound(JsonNode schema, String name) {
        return schema.has(name) ? schema.path(name).asLong() : Long.MAX_VALUE;
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> isOfType(one, value));
        }
        return switch (type.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static void expect(boolean holds, String at, String otherwise, List<String> wrong) {
        if (!holds) {
            wrong.add(at + " " + otherwise);
        }
    }
}
