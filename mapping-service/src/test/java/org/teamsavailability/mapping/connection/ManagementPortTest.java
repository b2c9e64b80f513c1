package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.teamsavailability.mapping.SlowClient;

/** Health and metrics are there while somebody holds connections. */
class ManagementPortTest extends RunningService {

    private static final int MANY = 230;

    private final List<SlowClient> clients = new ArrayList<>();

    @LocalManagementPort private int managementPort;

    @AfterEach
    void close() {
        clients.forEach(SlowClient::close);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /actuator/health HTTP/1.1\r\nHost: ",
                "POST /actuator/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
            })
    void answersWhileConnectionsAreHeldOpen(String started) {
        for (int i = 0; i < MANY; i++) {
            clients.add(new SlowClient(managementPort).send(started));
        }

        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        assertThat(status("/actuator/prometheus")).isEqualTo(200);
    }

    @Test
    void isReachedByNoConnectionOfTheApi() {
        for (int i = 0; i < MANY; i++) {
            clients.add(new SlowClient(port()).send("POST /teams-availability/connect HTTP/1.1"));
        }

        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        assertThat(api("GET", "/technicians").status()).isEqualTo(200);
    }

    private int status(String path) {
        var health = URI.create("http://localhost:" + managementPort + path);
        return send(HttpRequest.newBuilder(health).GET().build()).status();
    }
}
