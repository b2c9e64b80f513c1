package org.teamsavailability.schemas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The messages of a topic, as AsyncAPI 3.0 describes them. */
final class AsyncApiMessages {

    static final String AVRO = "application/vnd.apache.avro";

    /** The version that the specification lists; the schemas use nothing newer. */
    private static final String SCHEMA_FORMAT = AVRO + ";version=1.9.0";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<Header> TRACE_CONTEXT =
            List.of(
                    new Header(
                            "traceparent",
                            "W3C trace context; an answer and its fallbacks carry the request's."),
                    new Header("tracestate", "The same."));

    private static final List<Header> CLOUD_EVENT =
            List.of(
                    new Header(HeaderNames.CLOUD_EVENT_VERSION, "The version of CloudEvents: 1.0."),
                    new Header(
                            HeaderNames.CLOUD_EVENT_ID,
                            "The requestId; on a fallback record with / and its number behind it."),
                    new Header(
                            HeaderNames.CLOUD_EVENT_TYPE,
                            "The full name of the record with .v1 behind it."),
                    new Header(
                            HeaderNames.CLOUD_EVENT_SOURCE,
                            "/service-desks/ and the percent-encoded serviceDeskId."),
                    new Header(HeaderNames.CLOUD_EVENT_TIME, "When it was decided, in UTC."));

    private static final List<Header> REQUEST =
            List.of(
                    new Header(
                            HeaderNames.REQUEST_ID,
                            "The requestId; optional, written by the dispatch client."));

    private static final List<Header> WHY_UNREADABLE =
            List.of(
                    new Header("__streams.errors.message", "What is wrong with it."),
                    new Header("__streams.errors.exception", "The class of the failure."),
                    new Header(
                            "__streams.errors.stacktrace",
                            "Where it failed; only where the value could not be decoded."),
                    new Header("__streams.errors.topic", "The topic it was on."),
                    new Header("__streams.errors.partition", "Its partition there."),
                    new Header("__streams.errors.offset", "Its offset there."));

    /** A record's header; its value is UTF-8 text. */
    private record Header(String name, String meaning) {}

    private AsyncApiMessages() {}

    /** By name: the record, and on a compacted topic also its removal. */
    static Map<String, ObjectNode> of(Topic topic) {
        var messages = new LinkedHashMap<String, ObjectNode>();
        var value = topic.value();
        if (value == null) {
            messages.put("UnreadableRequest", unreadable(topic));
            return messages;
        }
        messages.put(value.getSimpleName(), record(topic, value.getSimpleName()));
        if (topic.cleanup() == Topic.Cleanup.COMPACT) {
            messages.put(value.getSimpleName() + "Removed", removal(topic, value.getSimpleName()));
        }
        return messages;
    }

    private static ObjectNode record(Topic topic, String name) {
        var schema = SchemaFiles.recordNamed(name);
        var message = message(name, schema.getDoc());
        if (schema.getField("requestId") != null) {
            message.set(
                    "headers",
                    headers(
                            Stream.of(
                                            TRACE_CONTEXT,
                                            topic.equals(Topics.DISPATCH_REQUESTED)
                                                    ? REQUEST
                                                    : CLOUD_EVENT)
                                    .flatMap(List::stream)
                                    .toList()));
            message.putObject("correlationId").put("location", "$message.payload#/requestId");
        }
        message.putObject("payload")
                .put("schemaFormat", SCHEMA_FORMAT)
                .set("schema", json(schema.toString()));
        kafka(message, topic.key(), topic.subjectIn(""));
        return message;
    }

    private static ObjectNode removal(Topic topic, String name) {
        var message = message(name + "Removed", "A null value removes the key's " + name + ".");
        message.putObject("payload").put("type", "null");
        kafka(message, topic.key(), null);
        return message;
    }

    private static ObjectNode unreadable(Topic topic) {
        var message =
                message(
                        "UnreadableRequest",
                        "A record of "
                                + Topics.DISPATCH_REQUESTED.name()
                                + " that cannot be answered, with its key, value and headers"
                                + " unchanged and headers that say why.");
        message.put("contentType", "application/octet-stream");
        message.set("headers", headers(WHY_UNREADABLE));
        kafka(message, topic.key(), null);
        return message;
    }

    private static ObjectNode message(String name, String summary) {
        return JSON.objectNode().put("name", name).put("title", name).put("summary", summary);
    }

    private static ObjectNode headers(List<Header> some) {
        var headers = JSON.objectNode().put("type", "object");
        var properties = headers.putObject("properties");
        some.forEach(header ->
                properties
                        .putObject(header.name())
                        .put("type", "string")
                        .put("description", header.meaning()));
        return headers;
    }

    private static void kafka(ObjectNode message, String key, @Nullable String subject) {
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", key);
        if (subject != null) {
            kafka.put("schemaIdLocation", "payload")
                    .put("schemaIdPayloadEncoding", "confluent")
                    .put("schemaLookupStrategy", "TopicNameStrategy");
        }
        kafka.put("bindingVersion", "0.5.0");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
