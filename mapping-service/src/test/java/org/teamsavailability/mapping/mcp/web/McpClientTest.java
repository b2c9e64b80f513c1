package org.teamsavailability.mapping.mcp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.access.Scope;

/** The official client of Java lists the tools and calls them. */
class McpClientTest extends McpService {

    private McpSyncClient client(String withKey) {
        var transport =
                HttpClientStreamableHttpTransport.builder("http://localhost:" + port())
                        .endpoint("/mcp")
                        .httpRequestCustomizer((request, _, _, _, _) ->
                                request.setHeader("Authorization", "Bearer " + withKey))
                        .build();
        return McpClient.sync(transport).requestTimeout(Duration.ofMinutes(1)).build();
    }

    @Test
    void listsAndCallsTheTools() {
        upload(key(), "anna", "Anna Müller 👩‍🔧");
        try (var client = client(key())) {
            assertThat(client.initialize().serverInfo().name()).isEqualTo("teams-availability");
            assertThat(client.listTools().tools()).hasSize(3);

            var listed = client.callTool(request("list_technicians", Map.of()));
            var asked =
                    client.callTool(
                            request(
                                    "check_availability",
                                    Map.of("ticketId", "T-1", "candidates", List.of("anna"))));
            var explained = client.callTool(request("explain_decision", Map.of("ticketId", "T-1")));

            assertThat(listed.structuredContent().toString()).contains("Anna Müller 👩‍🔧");
            assertThat(asked.structuredContent().toString()).contains("state=ANSWERED");
            assertThat(explained.structuredContent().toString()).contains("ticketId=T-1");
            assertThat(client.ping()).isNotNull();
        }
    }

    @Test
    void readsWhatIsWrong() {
        try (var client = client(newKey(desk, Scope.READ))) {
            client.initialize();

            var result = client.callTool(request("explain_decision", Map.of("ticketId", "a/b")));

            assertThat(client.listTools().tools()).hasSize(2);
            assertThat(result.isError()).isTrue();
            assertThat(((TextContent) result.content().getFirst()).text())
                    .startsWith("/ticketId is not an id");
        }
    }

    @Test
    void isNotLetInWithoutAKey() {
        try (var client = client("ta_sk_wrong")) {
            assertThatThrownBy(client::initialize).isNotNull();
        }
    }

    @Test
    void findsSchemasOfTheDialectOfTheProtocol() {
        var validator = McpJsonDefaults.getSchemaValidator();
        try (var client = client(key())) {
            client.initialize();

            assertThat(client.listTools().tools())
                    .allSatisfy((Tool tool) -> {
                        validator.assertConforms(tool.name(), tool.inputSchema());
                        validator.assertConforms(tool.name(), tool.outputSchema());
                    });
        }
    }

    private static CallToolRequest request(String tool, Map<String, Object> arguments) {
        return CallToolRequest.builder(tool).arguments(arguments).build();
    }
}
