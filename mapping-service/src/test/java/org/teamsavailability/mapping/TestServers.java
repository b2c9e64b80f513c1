package org.teamsavailability.mapping;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.teamsavailability.servers.Broker;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.servers.process.Workspace;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL and the one Kafka of the test run. The system property {@code test.servers}
 * says what they are: {@code embedded}, or {@code containers} with {@code -Pcontainers}.
 */
public final class TestServers {

    private static final String CONNECTIONS = "300";

    private static final class Kafka {
        static final String ADDRESS = areContainers() ? inContainer() : embedded();

        @SuppressWarnings("resource") // ends with the test run
        private static String embedded() {
            var ports = Ports.anyFree();
            int port = ports.any();
            var workspace = Workspace.create();
            new Server(workspace, Broker.launch(workspace, port, ports.any(), new Probes()))
                    .start();
            return "localhost:" + port;
        }

        @SuppressWarnings("resource") // ends with the test run
        private static String inContainer() {
            var kafka =
                    new KafkaContainer("apache/kafka:4.2.2")
                            .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
                            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                            .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m");
            kafka.start();
            return kafka.getBootstrapServers().replaceFirst("^PLAINTEXT://", "");
        }
    }

    private static final class Postgresql {
        static final String ADDRESS = areContainers() ? inContainer() : embedded();

        private static String embedded() {
            try {
                var postgres =
                        EmbeddedPostgres.builder()
                                .setPort(Ports.anyFree().any())
                                .setPGStartupWait(StartTimeout.get())
                                .setServerConfig("max_connections", CONNECTIONS)
                                .setServerConfig("fsync", "off")
                                .setServerConfig("synchronous_commit", "off")
                                .setServerConfig("full_page_writes", "off")
                                .setServerConfig("autovacuum", "off")
                                .setServerConfig("jit", "off")
                                .start();
                return "localhost:" + postgres.getPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @SuppressWarnings("resource") // ends with the test run
        private static String inContainer() {
            var postgres =
                    new PostgreSQLContainer("postgres:17")
                            .withUsername("postgres")
                            .withDatabaseName("postgres")
                            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                            .withCommand("postgres", "-c", "max_connections=" + CONNECTIONS);
            postgres.start();
            return postgres.getHost() + ":" + postgres.getMappedPort(5432);
        }
    }

    private TestServers() {}

    /** The broker, as {@code localhost:9092}; it makes no topic by itself. */
    public static String kafka() {
        return Kafka.ADDRESS;
    }

    /** A database, as a JDBC URL; the user is {@code postgres}, without a password. */
    static String database(String name) {
        return "jdbc:postgresql://" + Postgresql.ADDRESS + "/" + name;
    }

    static boolean areContainers() {
        var asked = System.getProperty("test.servers", "embedded");
        return switch (asked) {
            case "embedded" -> false;
            case "containers" -> true;
            default ->
                    throw new IllegalStateException(
                            "test.servers is '" + asked + "', allowed: embedded, containers");
        };
    }
}
