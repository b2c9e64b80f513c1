package org.teamsavailability.localstack.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The output of the mapping-service's commands, among lines that a JVM writes. */
class DeskKeysTest {

    @Test
    void findsTheKeysAmongTheLinesOfTheJvm() {
        var command =
                script(
                        """
                        echo 'Picked up JAVA_TOOL_OPTIONS: -Xlog:gc' >&2
                        echo '[0.004s][info][gc] Using Serial'
                        echo ta_sk_one
                        echo ta_sk_two
                        echo '[0.9s][info][gc] GC(0) Pause Young'
                        """);

        assertThat(DeskKeys.create(command, Map.of(), List.of("a", "b")))
                .isEqualTo(Map.of("a", "ta_sk_one", "b", "ta_sk_two"));
    }

    @Test
    void saysWhyTheCommandFailed() {
        var command =
                script("echo 'Picked up JAVA_TOOL_OPTIONS: -Dx' >&2; echo no room >&2; exit 1");

        assertThatThrownBy(() -> DeskKeys.add(command, Map.of(), "a"))
                .hasMessage(
                        "The mapping-service's command create-key failed with exit code 1: no"
                                + " room");
    }

    @Test
    void saysThatADeskExists() {
        var command = script("echo 'The service desk \"a\" exists already' >&2; exit 1");

        assertThatThrownBy(() -> DeskKeys.create(command, Map.of(), List.of("a")))
                .isInstanceOf(DesksExistException.class);
    }

    @Test
    void refusesAnotherNumberOfKeys() {
        assertThatThrownBy(() -> DeskKeys.create(script("true"), Map.of(), List.of("a")))
                .hasMessageContaining("printed 0 API keys instead of 1");
    }

    private static List<String> script(String text) {
        return List.of("sh", "-c", text, "command");
    }
}
