package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.systemtests.server.TestServers.areContainers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server's files are on this machine where it is embedded, and not where it is a container. */
@OnTheWholeStack
class TestServersTest {

    private final WholeStack stack;

    TestServersTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void usesTheBrokerThatTheBuildAsksFor() throws Exception {
        try (var admin = stack.endpoints().access().admin()) {
            var node = admin.describeCluster().nodes().get().iterator().next().id();

            var folders = admin.describeLogDirs(List.of(node)).allDescriptions().get();

            var data = Path.of(folders.values().iterator().next().keySet().iterator().next());
            assertThat(Files.exists(data.resolve("meta.properties"))).isEqualTo(!areContainers());
        }
    }

    @Test
    void usesTheDatabaseThatTheBuildAsksFor() throws Exception {
        try (var connection = DriverManager.getConnection(stack.database(), "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            row.next();

            var data = Path.of(row.getString(1));

            assertThat(Files.exists(data.resolve("PG_VERSION"))).isEqualTo(!areContainers());
        }
    }
}
