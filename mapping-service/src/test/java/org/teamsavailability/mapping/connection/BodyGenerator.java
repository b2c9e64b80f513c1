package org.teamsavailability.mapping.connection;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes bodies of schemas, right ones and wrong ones. */
final class BodyGenerator {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP = 5_000;
    private static final long LATEST_SECOND = 4_000_000_000L;
    private static final List<String> BROKEN =
            List.of(
                    "",
                    "{",
                    "[]",
                    "null",
                    "\"\"",
                    "1",
                    "{\"a\":}",
                    "{\"name\":\"\\ud800\"}",
                    "\0",
                    "{\"a\":1}{\"a\":2}",
                    "<x/>",
                    "{'a':1}",
                    "NaN",
                    "[".repeat(DEEP),
                    "{\"a\":".repeat(DEEP),
                    "1".repeat(5_000),
                    "{\"a\":1e999999999}");
    private static final List<String> ODD =
            List.of(
                    "",
                    " ",
                    "ü",
                    "日本語",
                    "👩‍🔧",
                    "a\u0000b",
                    "\u001b",
                    "\n",
                    "\u2028",
                    "a'b",
                    "%",
                    "%2F",
                    "a;b",
                    "a\\b",
                    "..",
                    ".",
                    "x".repeat(199),
                    "x".repeat(201),
                    "x".repeat(3_000),
                    "' or 1=1 --",
                    "\u202e",
                    "\ufeff",
                    "\u007f",
                    "a b",
                    "+");
    private static final List<String> FILES =
            List.of(
                    "technicianId,displayName\nt-1,Ann\n",
                    "technicianId\nt-1\n",
                    "\"",
                    "",
                    "technicianId,displayName,email,active\r\nt-2,\"A\nnn\",a@b.example,no\r\n",
                    "\ufefftechnicianId,displayName\nt-3,Ü\n",
                    "a\0b\n",
                    ",,,,\n,,,\n",
                    "technicianId,displayName\n" + "t,x\n".repeat(200));

    private final Random random;
    private final Contract contract;

    BodyGenerator(Random random, Contract contract) {
        this.random = random;
        this.contract = contract;
    }

    byte[] of(Contract.Operation operation, String mediaType) {
        if (mediaType.equals("text/csv")) {
            var bytes = pick(FILES).getBytes(UTF_8);
            return random.nextInt(5) == 0 ? pick(FILES).getBytes(UTF_16) : bytes;
        }
        var schema = operation.node().at("/requestBody/content/application~1json/schema");
        var valid = valid(schema);
        return switch (random.nextInt(5)) {
            case 0 -> pick(BROKEN).getBytes(UTF_8);
            case 1, 2 -> JSON.writeValueAsBytes(spoilt(valid));
            default -> JSON.writeValueAsBytes(valid);
        };
    }

    /** With a field of another type, too much, too little or too many. */
    private JsonNode spoilt(JsonNode valid) {
        var object = (ObjectNode) valid;
        var names = List.copyOf(object.propertyNames());
        var name = names.isEmpty() || random.nextInt(6) == 0 ? "unknown" : pick(names);
        switch (random.nextInt(9)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, oddText());
            case 3 -> object.put(name, BigInteger.TEN.pow(random.nextInt(1_000)));
            case 4 -> object.put(name, -1.5);
            case 5 -> object.putObject(name).put("a", 1);
            case 6 -> object.putArray(name).addNull();
            case 7 -> object.putArray(name).add(oddText()).add(7).addObject();
            default -> object.put(name, random.nextBoolean());
        }
        return object;
    }

    String oddText() {
        return pick(ODD);
    }

    /** A value that the schema takes, at its bounds more often than elsewhere. */
    JsonNode valid(JsonNode given) {
        var schema = contract.resolved(given);
        if (schema.has("allOf")) {
            return valid(schema.path("allOf").get(0));
        }
        if (schema.has("oneOf")) {
            return valid(schema.path("oneOf").get(random.nextInt(schema.path("oneOf").size())));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        var types = schema.path("type");
        var type = types.isArray() ? types.get(0).asString() : types.asString("");
        if (types.isArray() && random.nextInt(3) == 0) {
            return NODES.nullNode();
        }
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> {
                var array = NODES.arrayNode();
                int least = schema.path("minItems").asInt(0);
                for (int i = random.nextInt(least, least + 3); i > 0; i--) {
                    array.add(valid(schema.path("items")));
                }
                yield array;
            }
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "integer" -> NODES.numberNode(number(schema));
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        var object = NODES.objectNode();
        var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties")
                .properties()
                .forEach(field -> {
                    if (required.contains(field.getKey()) || random.nextBoolean()) {
                        object.set(field.getKey(), valid(field.getValue()));
                    }
                });
        return object;
    }

    private long number(JsonNode schema) {
        long low = schema.path("minimum").asLong(Integer.MIN_VALUE);
        long high = schema.path("maximum").asLong(Integer.MAX_VALUE);
        return switch (random.nextInt(5)) {
            case 0 -> low;
            case 1 -> high;
            case 2 -> low - 1;
            case 3 -> high + 1;
            default -> random.nextLong(low, high);
        };
    }

    private String text(JsonNode schema) {
        if (schema.path("format").asString("").equals("uuid") || random.nextInt(4) == 0) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        if (schema.path("format").asString("").equals("date-time")) {
            return Instant.ofEpochSecond(random.nextLong(LATEST_SECOND)).toString();
        }
        int longest = schema.path("maxLength").asInt(50);
        return switch (random.nextInt(4)) {
            case 0 -> "t-" + random.nextInt(3);
            case 1 -> "ü".repeat(longest);
            case 2 -> "a;b%c\\d ";
            default -> "x".repeat(Math.max(1, random.nextInt(longest)));
        };
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
