package org.teamsavailability.localstack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PartialJsonTest {

    @Test
    void fieldsThatAreNotExpectedMayBeAnything() {
        assertThat(
                        differences(
                                "{'a': 1, 'b': [{'c': true}]}",
                                "{'a': 1, 'b': [{'c': true, 'd': 2}]}"))
                .isEmpty();
    }

    @Test
    void saysWhatDiffersAndWhere() {
        assertThat(
                        differences(
                                "{'a': 1, 'b': [{'c': true}], 'd': 'x'}",
                                "{'a': 2, 'b': [{'c': false}]}"))
                .containsExactly(
                        "a is 2, expected 1",
                        "b[0].c is false, expected true",
                        "d is , expected \"x\"");
    }

    @Test
    void listsAreExpectedWhole() {
        assertThat(differences("{'a': [1]}", "{'a': [1, 2]}"))
                .containsExactly("a is [1,2], expected [1]");
        assertThat(differences("{'a': []}", "{'a': [1]}")).containsExactly("a is [1], expected []");
    }

    private static List<String> differences(String expected, String actual) {
        return PartialJson.differences(json(expected), json(actual));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}
