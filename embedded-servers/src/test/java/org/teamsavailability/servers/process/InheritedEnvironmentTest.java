package org.teamsavailability.servers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritedEnvironmentTest {

    @Test
    void leavesOutWhatConfiguresTheServersOfAnotherInstallation() {
        var environment =
                new HashMap<>(
                        Map.of(
                                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "SCHEMA_REGISTRY_USER", "somebody",
                                "SERVER_PORT", "1",
                                "SPRING_APPLICATION_JSON", "{}",
                                "PGDATA", "/elsewhere",
                                "INSTANCE_ID", "enricher-0",
                                "PATH", "/usr/bin",
                                "JAVA_TOOL_OPTIONS", "-Dx=y",
                                "MICROSOFT_CLIENT_ID", "app",
                                "TEAMSAVAILABILITY_TEAMS_PRESENCEAGE", "30s"));

        InheritedEnvironment.clean(environment);

        assertThat(environment)
                .containsOnlyKeys(
                        "PATH",
                        "JAVA_TOOL_OPTIONS",
                        "MICROSOFT_CLIENT_ID",
                        "TEAMSAVAILABILITY_TEAMS_PRESENCEAGE");
    }
}
