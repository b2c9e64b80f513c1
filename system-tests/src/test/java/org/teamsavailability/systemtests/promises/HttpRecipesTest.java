package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code docs/http.md} tells people to send is answered. */
@OnTheWholeStack
class HttpRecipesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path DOCUMENTS = Path.of("..", "docs");
    private static final Pattern SEARCH =
            Pattern.compile("/public-api/((?:decisions|fallbacks)[?][^\"]*)\"");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^}]*}}");

    private final WholeStack stack;

    HttpRecipesTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void sendRequestsThatAreAnswered() {
        var api = stack.desk().api();
        var requests = blocks("AvailabilityRequest");

        assertThat(requests).hasSizeGreaterThan(3);
        for (var request : requests) {
            var answer = api.call("POST", "availability-requests?wait=30", request);
            assertThat(answer.get("ticketId")).isEqualTo(request.get("ticketId"));
            assertThat(answer.get("candidates")).hasSameSizeAs(request.get("candidates"));
        }
    }

    @Test
    void checkInstructions() {
        var api = stack.desk().api();

        for (var check : blocks("InstructionCheck")) {
            assertThat(api.call("POST", "instructions/check", check).get("results"))
                    .hasSameSizeAs(check.get("ticketPriorities"));
        }
    }

    @Test
    void findDecisionsAndFallbacks() throws IOException {
        var api = stack.desk().api();
        var request = blocks("AvailabilityRequest").getFirst().put("ticketId", "T-1");
        var asked = api.call("POST", "availability-requests?wait=30", request);
        var paths =
                SEARCH.matcher(Files.readString(DOCUMENTS.resolve("http.md")))
                        .results()
                        .map(it -> it.group(1))
                        .toList();

        assertThat(paths).hasSize(2);
        assertThat(api.get(paths.getFirst()).at("/items/0/requestId"))
                .isEqualTo(asked.get("requestId"));
        assertThat(api.get(paths.getFirst()).at("/items/0/requestedAt").isNull()).isFalse();
        assertThat(api.get(paths.getLast()).at("/shareOfDispatches").isNumber()).isTrue();
    }

    @Test
    void importIntoN8n() throws JavetException, IOException {
        var api = stack.desk().api();
        var workflow =
                JSON.readTree(
                        Files.readString(DOCUMENTS.resolve("examples/n8n/ask-availability.json")));
        var ticket = parameter(workflow, "Ticket", "jsonOutput");
        var body =
                parameter(workflow, "Ask", "jsonBody")
                        .replaceFirst("^=\\{\\{", "")
                        .replaceFirst("}}$", "");

        try (NodeRuntime node = V8Host.getNodeInstance().createV8Runtime()) {
            node.getExecutor(
                            """
                            globalThis.$json = %s;
                            globalThis.$workflow = {id: 'w'};
                            globalThis.$execution = {id: 'e'};
                            """
                                    .formatted(ticket))
                    .executeVoid();
            var answer =
                    api.call(
                            "POST",
                            "availability-requests?wait=30",
                            JSON.readTree(node.getExecutor(body).executeString()));
            var available = available(node, parameter(workflow, "Available", "jsCode"), answer);

            assertThat(available).hasSize(2);
        }
    }

    /** The output of the code node for this answer. */
    private static JsonNode available(NodeRuntime node, String code, JsonNode answer)
            throws JavetException {
        return JSON.readTree(
                node.getExecutor(
                                """
                                JSON.stringify((() => {
                                  const $input = {first: () => ({json: {statusCode: 200, body: %s}})};
                                  const $ = () => ({first: () => ({json: $json})});
                                  %s
                                })())
                                """
                                        .formatted(answer, code))
                        .executeString());
    }

    private static String parameter(JsonNode workflow, String node, String name) {
        for (var each : workflow.get("nodes")) {
            if (each.get("name").asString().equals(node)) {
                return each.get("parameters").get(name).asString();
            }
        }
        throw new AssertionError("The workflow has no node " + node);
    }

    /** The JSON blocks of a type; what a tool puts in place is any text. */
    private static List<ObjectNode> blocks(String type) {
        var block = Pattern.compile("```json " + type + "\n(.*?)```", Pattern.DOTALL);
        try {
            return block.matcher(Files.readString(DOCUMENTS.resolve("http.md")))
                    .results()
                    .map(it -> TEMPLATE.matcher(it.group(1)).replaceAll("value"))
                    .map(it -> (ObjectNode) JSON.readTree(it))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
