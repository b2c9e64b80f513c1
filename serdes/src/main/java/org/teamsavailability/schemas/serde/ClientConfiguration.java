package org.teamsavailability.schemas.serde;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The properties that make a serializer write the wire format all topics share. */
final class ClientConfiguration {

    /** Longest wait for one answer of the registry, its connection and retries included. */
    static final Duration REGISTRY_ANSWERS_WITHIN = Duration.ofSeconds(5);

    /** Longest wait for a connection to the registry. */
    static final Duration REGISTRY_CONNECTS_WITHIN = Duration.ofSeconds(2);

    private ClientConfiguration() {}

    /**
     * What serializer and deserializer are configured with.
     *
     * @param answersWithin as {@link #REGISTRY_ANSWERS_WITHIN}
     */
    static Map<String, Object> of(SerdeSettings settings, Duration answersWithin) {
        var properties =
                settings.usesApicurio()
                        ? apicurio(settings, answersWithin)
                        : confluent(settings, answersWithin);
        properties.putAll(settings.properties());
        return properties;
    }

    /**
     * Schemas are looked up whole and in canonical form: the registry takes a schema of which only
     * the documentation has changed for the one it holds, and so does not store it. Never the
     * latest version: a newer release may have registered one that this release does not write.
     */
    private static Map<String, Object> apicurio(SerdeSettings settings, Duration answersWithin) {
        var properties = new HashMap<String, Object>();
        properties.put("apicurio.registry.url", apicurioUrl(settings));
        properties.put("apicurio.registry.http.adapter", "JDK");
        properties.put(
                "apicurio.registry.schema-resolver", new BoundedSchemaResolver<>(answersWithin));
        properties.put(
                "apicurio.registry.artifact-resolver-strategy",
                "io.apicurio.registry.serde.strategy.TopicIdStrategy");
        properties.put("apicurio.registry.auto-register", "false");
        properties.put("apicurio.registry.find-latest", "false");
        properties.put("apicurio.registry.canonicalize", "true");
        properties.put("apicurio.registry.dereference-schema", "true");
        properties.put("apicurio.registry.use-id", "contentId");
        properties.put("apicurio.registry.headers.enabled", "false");
        properties.put("apicurio.registry.use-specific-avro-reader", "true");
        properties.put("apicurio.registry.avro-datum-provider", DatumsBySchema.class.getName());
        properties.put("apicurio.registry.check-period-ms", Long.toString(ONCE.toMillis()));
        properties.put("apicurio.registry.fault-tolerant-refresh", "true");
        properties.put("apicurio.registry.retry-count", "1");
        properties.put("apicurio.registry.retry-backoff-ms", "200");
        var credentials = settings.credentials();
        if (credentials != null) {
            var parts = credentials.split(":", 2);
            properties.put("apicurio.registry.auth.username", parts[0]);
            properties.put("apicurio.registry.auth.password", parts.length > 1 ? parts[1] : "");
        }
        var authorities = settings.access().authorities();
        if (authorities != null) {
            properties.put("apicurio.registry.tls.truststore.type", "PEM");
            properties.put("apicurio.registry.tls.truststore.location", authorities.toString());
        }
        return properties;
    }

    /** What is registered under an id never changes: one look-up is enough for a process's life. */
    private static final Duration ONCE = Duration.ofDays(365);

    private static Map<String, Object> confluent(SerdeSettings settings, Duration answersWithin) {
        var properties = new HashMap<String, Object>();
        properties.put("schema.registry.url", settings.confluentApi().toString());
        properties.put("auto.register.schemas", "false");
        properties.put("use.latest.version", "false");
        properties.put("specific.avro.reader", "true");
        properties.put(
                "http.connect.timeout.ms", Long.toString(REGISTRY_CONNECTS_WITHIN.toMillis()));
        properties.put("http.read.timeout.ms", Long.toString(answersWithin.toMillis()));
        var credentials = settings.credentials();
        if (credentials != null) {
            properties.put("basic.auth.credentials.source", "USER_INFO");
            properties.put("basic.auth.user.info", credentials);
        }
        var authorities = settings.access().authorities();
        if (authorities != null) {
            properties.put("schema.registry.ssl.truststore.type", "PEM");
            properties.put("schema.registry.ssl.truststore.location", authorities.toString());
        }
        return properties;
    }

    private static String apicurioUrl(SerdeSettings settings) {
        return RegistryUrl.parse(settings.registryUrl()).apicurioApi().toString();
    }
}
