package org.teamsavailability.service.settings;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.schemas.serde.RegistryAccess;
import org.teamsavailability.schemas.serde.SerdeSettings;

/**
 * Where the schemas are, and whose serializer is used.
 *
 * @param url the schema registry
 * @param serializer class name; Apicurio's by default, Confluent's with the profile {@code
 *     confluent}
 * @param deserializer class name, of the same family
 * @param properties further properties of both, by the names they give them
 * @param user of Basic authentication, which allows no colon in it; empty where there is none
 * @param password of that user
 * @param ca a PEM file with the registry's CA certificates; empty for the JVM's own
 */
@ConfigurationProperties("teams-availability.registry")
public record RegistrySettings(
        String url,
        @DefaultValue(SerdeSettings.APICURIO_SERIALIZER) String serializer,
        @DefaultValue(SerdeSettings.APICURIO_DESERIALIZER) String deserializer,
        @DefaultValue Map<String, String> properties,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String ca) {

    public RegistrySettings {
        Checks.notBlank("SCHEMA_REGISTRY_URL", url);
        if (user.isEmpty() && !password.isEmpty()) {
            throw new IllegalArgumentException(
                    "SCHEMA_REGISTRY_PASSWORD is set, but SCHEMA_REGISTRY_USER is not");
        }
        if (user.contains(":")) {
            throw new IllegalArgumentException(
                    "SCHEMA_REGISTRY_USER is \"%s\", but must be without a colon".formatted(user));
        }
        properties = Map.copyOf(properties);
    }

    /**
     * The same for the serdes.
     *
     * @throws IllegalArgumentException if the file of the authorities cannot be used, or a setting
     *     contradicts another
     */
    public SerdeSettings forSerdes() {
        var access =
                new RegistryAccess(
                        user.isEmpty() ? null : user + ":" + password,
                        ca.isEmpty() ? null : Path.of(ca));
        access.check();
        return new SerdeSettings(url, serializer, deserializer, properties, access);
    }

    /** Leaves out the properties, the user, and the URL, which may hold a password. */
    @Override
    public String toString() {
        return "RegistrySettings[serializer=%s, deserializer=%s]"
                .formatted(serializer, deserializer);
    }
}
