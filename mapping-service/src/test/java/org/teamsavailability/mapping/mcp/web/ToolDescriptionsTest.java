package org.teamsavailability.mapping.mcp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.rules.RequestValidation;
import org.teamsavailability.rules.instruction.Instructions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What agents are told of the tools. */
class ToolDescriptionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode described(String tool) {
        try {
            return JSON.readTree(
                    new ClassPathResource("mcp/" + tool + ".json")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check_availability", "explain_decision", "list_technicians"})
    void describeEachFieldAndTakeNoOther(String tool) {
        for (var schema : java.util.List.of("inputSchema", "outputSchema")) {
            hold(described(tool).path(schema));
        }
    }

    private static void hold(JsonNode schema) {
        if (schema.has("properties")) {
            assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        }
        schema.path("properties")
                .properties()
                .forEach(field -> {
                    if (!field.getValue().has("items") || !field.getKey().equals("technicians")) {
                        assertThat(field.getValue().path("description").asString(""))
                                .as(field.getKey())
                                .endsWith(".");
                    }
                    hold(field.getValue());
                    hold(field.getValue().path("items"));
                });
    }

    @Test
    void nameTheLimitsOfTheProgram() {
        var check = described("check_availability").at("/inputSchema/properties");
        var list = described("list_technicians").at("/inputSchema/properties");

        assertThat(check.at("/candidates/maxItems").asInt())
                .isEqualTo(CheckAvailability.MOST_CANDIDATES);
        assertThat(check.at("/ticketId/maxLength").asInt()).isEqualTo(RequestValidation.LONGEST_ID);
        assertThat(check.at("/rotaTeamIds/maxItems").asInt())
                .isEqualTo(RequestValidation.MOST_ROTA_TEAMS);
        assertThat(check.at("/customInstructions/maxLength").asInt())
                .isEqualTo(Instructions.LONGEST);
        assertThat(list.at("/limit/maximum").asInt()).isEqualTo(Page.LARGEST);
    }
}
