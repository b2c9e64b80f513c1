package org.teamsavailability.mapping.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The contract as it is served, with its operations. */
public record Contract(JsonNode document) {

    /** An operation. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asString("");
        }

        /** Names of parameters in the path. */
        List<String> pathParameters() {
            return StreamSupport.stream(node.path("parameters").spliterator(), false)
                    .filter(it -> it.path("in").asString().equals("path"))
                    .map(it -> it.path("name").asString())
                    .toList();
        }

        Set<String> statuses() {
            return Set.copyOf(node.path("responses").propertyNames());
        }

        /** The scopes of which a key needs one. */
        List<String> scopes() {
            return node.path("security")
                    .valueStream()
                    .flatMap(it -> it.path("apiKey").valueStream())
                    .map(JsonNode::asString)
                    .toList();
        }

        /** The media type of its body; empty where it takes none. */
        String mediaType() {
            return node.at("/requestBody/content").propertyNames().stream()
                    .collect(Collectors.joining());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** By path. */
    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(it ->
                                        all.add(
                                                new Operation(
                                                        it.getKey()
                                                                .toUpperCase(java.util.Locale.ROOT),
                                                        path.getKey(),
                                                        it.getValue()))));
        all.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return all;
    }

    /** The same where it is no reference, else what it refers to. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
    }
}
