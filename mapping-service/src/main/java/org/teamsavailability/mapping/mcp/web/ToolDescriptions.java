package org.teamsavailability.mapping.mcp.web;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** What agents are told of the server and its tools: the resources in {@code mcp/}. */
final class ToolDescriptions {

    private static final JsonMapper JSON = new JsonMapper();

    private ToolDescriptions() {}

    /** Title, description, hints and the JSON schemas of arguments and results. */
    static Tool of(AgentTool tool) {
        return JSON.readValue(text(tool.name() + ".json"), Tool.class);
    }

    /** How agents use the tools together. */
    static String instructions() {
        return text("instructions.txt").strip();
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("mcp/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
