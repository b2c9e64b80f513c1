package org.teamsavailability.localstack.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.localstack.server.TestServers.areContainers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server's files are on this machine where it is embedded, and not where it is a container. */
class TestServersTest {

    @RegisterExtension
    static final RunningStack STACK =
            RunningStack.with(settings ->
                    new StackSettings(
                            settings.installation(),
                            settings.ports(),
                            settings.topicPrefix(),
                            settings.microsoft(),
                            true,
                            List.of(),
                            List.of(),
                            List.of(),
                            Map.of()));

    @Test
    void usesTheBrokerThatTheBuildAsksFor() throws Exception {
        try (var admin = STACK.stack().endpoints().access().admin()) {
            var node = admin.describeCluster().nodes().get().iterator().next().id();

            var folders = admin.describeLogDirs(List.of(node)).allDescriptions().get();

            var data = Path.of(folders.values().iterator().next().keySet().iterator().next());
            assertThat(Files.exists(data.resolve("meta.properties"))).isEqualTo(!areContainers());
        }
    }

    @Test
    void usesTheDatabaseThatTheBuildAsksFor() throws Exception {
        var url = requireNonNull(STACK.stack().endpoints().database());
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            row.next();

            var data = Path.of(row.getString(1));

            assertThat(Files.exists(data.resolve("PG_VERSION"))).isEqualTo(!areContainers());
        }
    }
}
