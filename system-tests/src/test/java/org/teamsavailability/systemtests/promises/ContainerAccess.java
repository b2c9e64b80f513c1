package org.teamsavailability.systemtests.promises;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.serde.RegistryAccess;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.systemtests.chart.Container;

/** How a container of the chart reaches the installation, for a command within this process. */
final class ContainerAccess {

    private static final String SECURITY = "KAFKA_SECURITY_";

    /** Kafka's own; the chart sets it for a process of its own. */
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private ContainerAccess() {}

    /** Runs a command of the chart without a process of its own, with all that its pod is given. */
    static CommandRun run(Container command) {
        return CommandRun.of(of(command), command.arguments().toArray(String[]::new));
    }

    private static Access of(Container container) {
        var variables = container.environment();
        var kafka = new HashMap<String, Object>();
        kafka.put("bootstrap.servers", required(variables, "KAFKA_BOOTSTRAP_SERVERS"));
        variables.forEach((name, value) -> {
            if (name.startsWith(SECURITY)) {
                var setting =
                        name.substring(SECURITY.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.');
                kafka.put(setting.equals("protocol") ? "security.protocol" : setting, value);
            }
        });
        var endpoint = variables.get(SECURITY + "SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL");
        if (endpoint != null) {
            System.setProperty(ALLOWED, endpoint);
        }
        return new Access(
                kafka,
                registry(variables),
                TopicCreation.Settings.unreplicated(required(variables, "TOPIC_PREFIX")));
    }

    private static SerdeSettings registry(Map<String, String> variables) {
        var authorities = variables.get("SCHEMA_REGISTRY_CA");
        var user = required(variables, "SCHEMA_REGISTRY_USER");
        var password = required(variables, "SCHEMA_REGISTRY_PASSWORD");
        return new SerdeSettings(
                required(variables, "SCHEMA_REGISTRY_URL"),
                SerdeSettings.APICURIO_SERIALIZER,
                SerdeSettings.APICURIO_DESERIALIZER,
                Map.of(),
                new RegistryAccess(
                        user + ":" + password, authorities == null ? null : Path.of(authorities)));
    }

    private static String required(Map<String, String> variables, String name) {
        return requireNonNull(variables.get(name), name);
    }
}
