package org.teamsavailability.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** A server's files are on this machine where it is embedded, and not where it is a container. */
class TestServersTest {

    @Test
    void usesTheBrokerThatTheBuildAsksFor() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            var node = admin.describeCluster().nodes().get().iterator().next().idString();
            var broker = new ConfigResource(ConfigResource.Type.BROKER, node);

            var settings =
                    admin.describeConfigs(List.of(broker)).all().get().values().iterator().next();

            var data = Path.of(settings.get("log.dirs").value());
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
