package org.teamsavailability.mapping.mcp.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.access.Scope;

/** A client of other authors, that of LangChain4j, lists the tools and calls them. */
@SuppressWarnings("try") // the client may be interrupted while it closes
class OtherMcpClientTest extends McpService {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private McpClient client(String withKey) {
        var transport =
                StreamableHttpMcpTransport.builder()
                        .url("http://localhost:" + port() + "/mcp")
                        .customHeaders(Map.of("Authorization", "Bearer " + withKey))
                        .timeout(PATIENCE)
                        .build();
        return DefaultMcpClient.builder()
                .transport(transport)
                .initializationTimeout(PATIENCE)
                .toolExecutionTimeout(PATIENCE)
                .autoHealthCheck(false)
                .build();
    }

    private static ToolExecutionRequest request(String tool, String arguments) {
        return ToolExecutionRequest.builder().id("1").name(tool).arguments(arguments).build();
    }

    @Test
    void listsAndCallsTheTools() throws Exception {
        upload(key(), "anna", "Anna Müller 👩‍🔧");
        try (var client = client(key())) {
            assertThat(client.listTools())
                    .extracting(ToolSpecification::name)
                    .containsExactlyInAnyOrder(
                            "check_availability", "explain_decision", "list_technicians");

            var listed = client.executeTool(request("list_technicians", "{}"));
            var asked =
                    client.executeTool(
                            request(
                                    "check_availability",
                                    "{\"ticketId\": \"T-1\", \"candidates\": [\"anna\"]}"));
            var explained =
                    client.executeTool(request("explain_decision", "{\"ticketId\": \"T-1\"}"));

            assertThat(listed.resultText()).contains("Anna Müller 👩‍🔧");
            assertThat(asked.resultText()).contains("\"state\":\"ANSWERED\"");
            assertThat(explained.resultText()).contains("\"ticketId\":\"T-1\"");
        }
    }

    @Test
    void isOfferedWhatItsKeyOpens() throws Exception {
        try (var client = client(newKey(desk, Scope.ASK))) {
            assertThat(client.listTools())
                    .extracting(ToolSpecification::name)
                    .containsExactly("check_availability");
        }
    }
}
