package org.teamsavailability.mapping.settings;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.schemas.serde.SerdeSettings;

/**
 * Where the schemas are, and whose serializer is used.
 *
 * @param url the schema registry
 * @param serializer class name; Apicurio's by default, Confluent's with the profile {@code
 *     confluent}
 * @param deserializer class name, of the same family
 * @param properties further properties of both, by the names they give them
 */
@ConfigurationProperties("teams-availability.registry")
public record RegistrySettings(
        @DefaultValue("http://localhost:8081") String url,
        @DefaultValue(SerdeSettings.APICURIO_SERIALIZER) String serializer,
        @DefaultValue(SerdeSettings.APICURIO_DESERIALIZER) String deserializer,
        @DefaultValue Map<String, String> properties) {

    public RegistrySettings {
        Checks.notBlank("SCHEMA_REGISTRY_URL", url);
        properties = Map.copyOf(properties);
    }

    /** The same for the serdes. */
    public SerdeSettings forSerdes() {
        return new SerdeSettings(url, serializer, deserializer, properties);
    }

    /** Leaves the properties out, and the URL, which may hold a password. */
    @Override
    public String toString() {
        return "RegistrySettings[serializer=%s, deserializer=%s]"
                .formatted(serializer, deserializer);
    }
}
