package org.teamsavailability.localstack.server;

import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * What the build asks the tests to use as broker and database, with the system property {@code
 * test.servers}: {@code embedded}, or {@code containers} with {@code -Pcontainers}.
 */
public final class TestServers {

    static final String KAFKA = "apache/kafka:4.2.2";
    static final String POSTGRESQL = "postgres:17";

    private TestServers() {}

    /** Containers for one stack; null where it is to use servers of its own. */
    public static @Nullable GivenServers start() {
        return areContainers() ? containers() : null;
    }

    /** Whether it asks for containers. */
    public static boolean areContainers() {
        var asked = System.getProperty("test.servers", "embedded");
        return switch (asked) {
            case "embedded" -> false;
            case "containers" -> true;
            default ->
                    throw new IllegalStateException(
                            "test.servers is '" + asked + "', allowed: embedded, containers");
        };
    }

    @SuppressWarnings("resource") // the stack ends them
    private static GivenServers containers() {
        var kafka =
                new KafkaContainer(KAFKA)
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
                        .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
                        .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m");
        var postgresql =
                new PostgreSQLContainer(POSTGRESQL)
                        .withUsername("postgres")
                        .withDatabaseName("postgres")
                        .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
        Startables.deepStart(kafka, postgresql).join();
        return new GivenServers(
                kafka.getBootstrapServers().replaceFirst("^PLAINTEXT://", ""),
                "jdbc:postgresql://%s:%d/postgres"
                        .formatted(postgresql.getHost(), postgresql.getMappedPort(5432)),
                () -> {
                    kafka.stop();
                    postgresql.stop();
                });
    }
}
