package org.teamsavailability.schemas;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The topics as an AsyncAPI 3.0 document, seen from Teams Availability: it receives requests and
 * technicians, and sends answers and tables.
 */
final class AsyncApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BINDING_VERSION = "0.5.0";
    private static final Set<Topic> RECEIVED =
            Set.of(Topics.DISPATCH_REQUESTED, Topics.PSA_TECHNICIAN);

    private AsyncApi() {}

    /**
     * The whole document.
     *
     * @param version of the contract
     */
    static ObjectNode document(String version) {
        var document = JSON.objectNode().put("asyncapi", "3.0.0");
        document.set("info", info(version));
        document.put("defaultContentType", AsyncApiMessages.AVRO);
        document.putObject("servers").set("quickstart", server());
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var messages = document.putObject("components").putObject("messages");
        for (var topic : Topics.ALL) {
            var ofTopic = AsyncApiMessages.of(topic);
            channels.set(topic.name(), channel(topic, ofTopic));
            operations.set(operationName(topic), operation(topic));
            messages.setAll(ofTopic);
        }
        return document;
    }

    private static ObjectNode info(String version) {
        var info =
                JSON.objectNode()
                        .put("title", "Teams Availability")
                        .put("version", version)
                        .put(
                                "description",
                                "Tells dispatch workflows which technicians are at their desk and"
                                    + " on the rota. What the fields mean together, and what to do"
                                    + " about each reason, is in events.md next to this file."
                                    + " TOPIC_PREFIX, where it is set, stands in front of every"
                                    + " address.");
        info.putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        return info;
    }

    private static ObjectNode server() {
        var server =
                JSON.objectNode()
                        .put("host", "localhost:9092")
                        .put("protocol", "kafka")
                        .put(
                                "description",
                                "What ./quickstart starts, where these ports are free. Read with"
                                        + " isolation.level=read_committed.");
        kafka(server)
                .put("schemaRegistryUrl", "http://localhost:8081/apis/ccompat/v7")
                .put("schemaRegistryVendor", "apicurio")
                .put("bindingVersion", BINDING_VERSION);
        return server;
    }

    private static ObjectNode channel(Topic topic, Map<String, ObjectNode> messages) {
        var channel = JSON.objectNode().put("address", topic.name());
        var references = channel.putObject("messages");
        messages.keySet()
                .forEach(name -> references.set(name, reference("components/messages/" + name)));
        var binding = kafka(channel).put("partitions", topic.partitions());
        var configuration = binding.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.cleanup().policy());
        topic.configuration().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("cleanup.policy"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> configuration.set(entry.getKey(), number(entry.getValue())));
        binding.put("bindingVersion", BINDING_VERSION);
        return channel;
    }

    private static JsonNode number(String text) {
        return JSON.numberNode(new BigDecimal(text));
    }

    private static ObjectNode operation(Topic topic) {
        var operation =
                JSON.objectNode().put("action", RECEIVED.contains(topic) ? "receive" : "send");
        operation.set("channel", channelOf(topic));
        if (topic.equals(Topics.DISPATCH_REQUESTED)) {
            operation.putObject("reply").set("channel", channelOf(Topics.CANDIDATE_AVAILABILITY));
        }
        return operation;
    }

    private static String operationName(Topic topic) {
        var name = new StringBuilder(RECEIVED.contains(topic) ? "receive" : "send");
        for (var word : topic.name().split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static ObjectNode channelOf(Topic topic) {
        return reference("channels/" + topic.name());
    }

    private static ObjectNode reference(String path) {
        return JSON.objectNode().put("$ref", "#/" + path);
    }

    private static ObjectNode kafka(ObjectNode owner) {
        return owner.putObject("bindings").putObject("kafka");
    }
}
