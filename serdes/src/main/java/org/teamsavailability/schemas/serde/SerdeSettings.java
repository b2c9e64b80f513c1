package org.teamsavailability.schemas.serde;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which registry holds the schemas, and whose serializer writes and reads the records.
 *
 * <p>Apicurio's serializer takes the registry's address, with or without {@code /apis/registry/v3}
 * or {@code /apis/ccompat/v7}. Any other is configured as Confluent's is, and takes the address of
 * the Confluent API's URL: for an Apicurio registry it ends in {@code /apis/ccompat/v7}.
 *
 * @param registryUrl {@code SCHEMA_REGISTRY_URL}; a user part is used for Basic authentication
 * @param serializer class name of the serializer
 * @param deserializer class name of the deserializer
 * @param properties further properties for both, by the names they give them; they win over what
 *     this package sets
 * @param access what the registry asks for
 */
public record SerdeSettings(
        String registryUrl,
        String serializer,
        String deserializer,
        Map<String, String> properties,
        RegistryAccess access) {

    /** Apicurio's serializer, the default. */
    public static final String APICURIO_SERIALIZER =
            "io.apicurio.registry.serde.avro.AvroKafkaSerializer";

    /** Apicurio's deserializer, the default. */
    public static final String APICURIO_DESERIALIZER =
            "io.apicurio.registry.serde.avro.AvroKafkaDeserializer";

    /** Confluent's serializer, on the class path with the Maven profile {@code confluent}. */
    public static final String CONFLUENT_SERIALIZER =
            "io.confluent.kafka.serializers.KafkaAvroSerializer";

    /** Confluent's deserializer, on the class path with the Maven profile {@code confluent}. */
    public static final String CONFLUENT_DESERIALIZER =
            "io.confluent.kafka.serializers.KafkaAvroDeserializer";

    private static final String APICURIO = "io.apicurio.";

    /**
     * Checks the URL, that credentials are given once, that authorities are named for https only,
     * and that serializer and deserializer are of one family.
     *
     * @throws IllegalArgumentException if not
     */
    public SerdeSettings {
        properties = Map.copyOf(properties);
        var url = RegistryUrl.parse(registryUrl);
        if (url.credentials() != null && access.credentials() != null) {
            throw new IllegalArgumentException(
                    "SCHEMA_REGISTRY_URL has a user part, and SCHEMA_REGISTRY_USER is set: give one"
                            + " of them");
        }
        if (access.authorities() != null && !url.isSecured()) {
            throw new IllegalArgumentException(
                    "SCHEMA_REGISTRY_CA is set, but SCHEMA_REGISTRY_URL is http, which uses no"
                            + " certificate: give an https URL, or remove SCHEMA_REGISTRY_CA");
        }
        if (serializer.startsWith(APICURIO) != deserializer.startsWith(APICURIO)) {
            throw new IllegalArgumentException(
                    "The serializer "
                            + serializer
                            + " and the deserializer "
                            + deserializer
                            + " do not belong together: configure both as Apicurio's or both as"
                            + " Confluent's");
        }
    }

    /** Of a registry that asks for nothing, or for what its URL says. */
    SerdeSettings(
            String registryUrl,
            String serializer,
            String deserializer,
            Map<String, String> properties) {
        this(registryUrl, serializer, deserializer, properties, RegistryAccess.OPEN);
    }

    /** Apicurio's serializer and deserializer. */
    public static SerdeSettings apicurio(String registryUrl) {
        return new SerdeSettings(registryUrl, APICURIO_SERIALIZER, APICURIO_DESERIALIZER, Map.of());
    }

    /** Confluent's serializer and deserializer. */
    public static SerdeSettings confluent(String registryUrl) {
        return new SerdeSettings(
                registryUrl, CONFLUENT_SERIALIZER, CONFLUENT_DESERIALIZER, Map.of());
    }

    boolean usesApicurio() {
        return serializer.startsWith(APICURIO);
    }

    /** The registry's Confluent API. */
    URI confluentApi() {
        var url = RegistryUrl.parse(registryUrl);
        return usesApicurio() || url.namesAnApi() ? url.confluentApiOfApicurio() : url.base();
    }

    /** {@code user:password} for Basic authentication; null where there are none. */
    @Nullable String credentials() {
        var given = access.credentials();
        return given == null ? RegistryUrl.parse(registryUrl).credentials() : given;
    }

    /** Names of the properties only, and the URL without its user part: the rest may be secret. */
    @Override
    public String toString() {
        return "SerdeSettings[registry="
                + RegistryUrl.parse(registryUrl)
                + ", serializer="
                + serializer
                + ", deserializer="
                + deserializer
                + ", properties="
                + properties.keySet()
                + ", access="
                + access
                + "]";
    }
}
