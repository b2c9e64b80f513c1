package org.teamsavailability.systemtests.server;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.server.ExternalServers;
import org.teamsavailability.localstack.traffic.Endpoints;
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
    public static @Nullable ExternalServers start() {
        return areContainers() ? containers() : null;
    }

    /**
     * The broker and the registry of a stack that runs, for another stack with a topic prefix of
     * its own; the database is a container, or the other stack's own.
     */
    public static ExternalServers sharing(Endpoints running) {
        if (!areContainers()) {
            return new ExternalServers(running.kafka(), running.registry(), null, () -> {});
        }
        @SuppressWarnings("resource") // the stack ends it
        var postgresql = postgresql();
        postgresql.start();
        return new ExternalServers(
                running.kafka(), running.registry(), url(postgresql), postgresql::stop);
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
    private static ExternalServers containers() {
        var kafka =
                new KafkaContainer(KAFKA)
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
                        .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
                        .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m");
        var postgresql = postgresql();
        Startables.deepStart(kafka, postgresql).join();
        return new ExternalServers(
                kafka.getBootstrapServers().replaceFirst("^PLAINTEXT://", ""),
                null,
                url(postgresql),
                () -> {
                    kafka.stop();
                    postgresql.stop();
                });
    }

    @SuppressWarnings("resource") // the stack ends it
    private static PostgreSQLContainer postgresql() {
        return new PostgreSQLContainer(POSTGRESQL)
                .withUsername("postgres")
                .withDatabaseName("postgres")
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
    }

    private static String url(PostgreSQLContainer postgresql) {
        return "jdbc:postgresql://%s:%d/postgres"
                .formatted(postgresql.getHost(), postgresql.getMappedPort(5432));
    }
}
