package org.teamsavailability.mapping.mcp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.teamsavailability.mapping.availability.FakeStreams;
import org.teamsavailability.mapping.connection.Answer;
import org.teamsavailability.mapping.connection.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The running service, asked as an MCP client asks it, message by message. */
abstract class McpService extends RunningService {

    static final JsonMapper JSON = new JsonMapper();

    @Autowired FakeStreams streams;

    /** A request to the route, without what a client adds. */
    HttpRequest.Builder toMcp(@Nullable String withKey) {
        var request =
                HttpRequest.newBuilder(at("/mcp"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream");
        return withKey == null ? request : request.header("Authorization", "Bearer " + withKey);
    }

    Answer post(@Nullable String withKey, String body) {
        return send(toMcp(withKey).POST(BodyPublishers.ofString(body)).build());
    }

    /** A request of JSON-RPC with the id 1. */
    static String message(String method, @Nullable JsonNode params) {
        ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
        message.put("method", method);
        if (params != null) {
            message.set("params", params);
        }
        return message.toString();
    }

    /** The response to a request that a server of the protocol answers. */
    JsonNode rpc(String withKey, String method, @Nullable JsonNode params) {
        var answer = post(withKey, message(method, params));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("id").asInt()).isEqualTo(1);
        return answer.json();
    }

    /** The result of a tool, failed or not. */
    JsonNode call(String withKey, String tool, JsonNode arguments) {
        var params = JSON.createObjectNode().put("name", tool);
        params.set("arguments", arguments);
        return rpc(withKey, "tools/call", params).path("result");
    }

    JsonNode call(String tool, String arguments) {
        return call(key(), tool, JSON.readTree(arguments));
    }

    /** The text of a failed call. */
    String refused(String tool, String arguments) {
        var result = call(tool, arguments);
        assertThat(result.path("isError").asBoolean()).as("%s", result).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        return result.at("/content/0/text").asString();
    }

    /** The result of a successful call. */
    JsonNode result(String withKey, String tool, String arguments) {
        var result = call(withKey, tool, JSON.readTree(arguments));
        assertThat(result.path("isError").asBoolean()).as("%s", result).isFalse();
        assertThat(JSON.readTree(result.at("/content/0/text").asString()))
                .isEqualTo(result.path("structuredContent"));
        return result.path("structuredContent");
    }

    void upload(String withKey, String id, String name) {
        var technician = JSON.createObjectNode().put("technicianId", id).put("displayName", name);
        var body = JSON.createObjectNode();
        body.putArray("technicians").add(technician);
        assertThat(api(withKey, "PUT", "/technicians", body.toString()).status()).isEqualTo(200);
    }
}
