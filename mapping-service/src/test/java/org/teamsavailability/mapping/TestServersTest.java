package org.teamsavailability.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server's files are on this machine where it is embedded, and not where it is a container. */
@Tag("slow")
class TestServersTest {

    @Test
    void usesTheBrokerThatTheBuildAsksFor() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            var node = admin.describeCluster().nodes().get().iterator().next().id();

            var folders = admin.describeLogDirs(List.of(node)).allDescriptions().get();

            var data = Path.of(folders.values().iterator().next().keySet().iterator().next());
            assertThat(Files.exists(data.resolve("meta.properties")))
                    .isEqualTo(!TestServers.areContainers());
        }
    }

    @Test
    void usesTheDatabaseThatTheBuildAsksFor() throws Exception {
        var url = TestServers.database("postgres");
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            row.next();

            var data = Path.of(row.getString(1));

            assertThat(Files.exists(data.resolve("PG_VERSION")))
                    .isEqualTo(!TestServers.areContainers());
        }
    }
}
