package org.teamsavailability.mapping.mcp.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Calls with random arguments get results that are as the schemas say, of the caller's desk alone.
 * {@code -Dtries} says how many, {@code -Dseed} which.
 */
class GeneratedCallsTest extends McpService {

    private static final long SEED = Long.getLong("seed", 20_261_201L);
    private static final int CALLS = Integer.getInteger("tries", 600);

    /** What Microsoft calls presence, and what frameworks say. */
    private static final Pattern NEVER =
            Pattern.compile(
                    "BeRightBack|DoNotDisturb|InAMeeting|OutOfOffice|\"availability\"|\"activity\""
                            + "|java\\.|org\\.|tools\\.|Exception|ERROR:|Internal error");

    private final JsonSchemaValidator validator = McpJsonDefaults.getSchemaValidator();
    private final Map<String, Map<String, Object>> schemas = new HashMap<>();
    private String theirKey = "";

    @BeforeEach
    void twoDesksWithTechniciansOfEachName() {
        theirKey = newDesk(desk + "-other");
        upload(theirKey, "secret-of-theirs", "Theirs Name");
        int number = 0;
        for (var name : McpCallGenerator.TEXTS) {
            number += tryToUpload("t-" + number, name) ? 1 : 0;
        }
        assertThat(number).isBetween(10, McpCallGenerator.TEXTS.size() - 5);
        rpc(key(), "tools/list", null)
                .at("/result/tools")
                .forEach(tool -> schemas.put(tool.path("name").asString(), outputSchema(tool)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> outputSchema(JsonNode tool) {
        return JSON.treeToValue(tool.path("outputSchema"), Map.class);
    }

    /** The API refuses control characters and texts that are too long. */
    private boolean tryToUpload(String id, String name) {
        var body = JSON.createObjectNode();
        body.putArray("technicians").addObject().put("technicianId", id).put("displayName", name);
        return api("PUT", "/technicians", body.toString()).status() == 200;
    }

    @Test
    void showTheCallersDeskAloneAndNothingRaw() {
        var theirs =
                result(
                        theirKey,
                        "check_availability",
                        "{\"ticketId\": \"their-ticket\", \"candidates\": [\"secret-of-theirs\"]}");
        var theirRequest = theirs.path("requestId").asString();
        var generator =
                new McpCallGenerator(
                        new Random(SEED),
                        List.of("their-ticket", theirRequest, desk + "-other", "secret-of"));
        var wrong = new ArrayList<String>();
        int answered = 0;

        for (int i = 0; i < CALLS; i++) {
            var params = generator.call();
            var answer = post(key(), message("tools/call", params));
            var result = answer.json().path("result");
            answered += result.path("isError").asBoolean(true) ? 0 : 1;
            var why =
                    answer.status() == 200
                            ? wrong(theirRequest, params, result)
                            : "status " + answer.status();
            if (!why.isEmpty()) {
                wrong.add(why + ": " + params + " -> " + answer.body());
            }
        }

        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertThat(answered).as("answered").isBetween(1, CALLS - 1);
    }

    private String wrong(String theirRequest, JsonNode params, JsonNode result) {
        var text = result.at("/content/0/text").asString("");
        if (text.isEmpty() || NEVER.matcher(text).find()) {
            return "Words that are never shown";
        }
        if (text.contains("Theirs Name") || text.contains("secret-of-theirs")) {
            return "Another desk";
        }
        // a caller's own ticket may be named as their request
        if (text.contains(theirRequest)
                && !params.toString().contains(theirRequest)
                && !result.path("isError").asBoolean()) {
            return "Another desk";
        }
        if (result.path("isError").asBoolean()) {
            return result.has("structuredContent") ? "A failed call with a result" : "";
        }
        return wrongInResult(theirRequest, params.path("name").asString(), text, result);
    }

    private String wrongInResult(String theirRequest, String tool, String text, JsonNode result) {
        var content = result.path("structuredContent");
        if (content.findValuesAsString("requestId").contains(theirRequest)) {
            return "Another desk";
        }
        if (!JSON.readTree(text).equals(content)) {
            return "Another text than the result";
        }
        var schema = schemas.get(tool);
        var checked = validator.validate(schema, JSON.treeToValue(content, Map.class));
        return checked.valid() ? "" : "Not as the schema says: " + checked.errorMessage();
    }
}
