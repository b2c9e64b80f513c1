package org.teamsavailability.mapping.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.teamsavailability.mapping.connection.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator reads at /actuator/health/publication; the relay itself does not run here. */
class PublicationHealthTest extends RunningService {

    private final HttpClient http = HttpClient.newHttpClient();
    @Autowired private RelayStatus status;
    @Autowired private HealthEndpointGroups groups;
    @LocalManagementPort private int managementPort;

    @Test
    void namesTheFailureAndTheMarksThatWait() throws Exception {
        status.saw(new Backlog(7, clock.instant().minusSeconds(60)));
        status.failing("KafkaException < TimeoutException");

        var health = publication(503);

        assertThat(health.at("/status").asString()).isEqualTo("DOWN");
        assertThat(details(health).at("/state").asString()).isEqualTo("FAILING");
        assertThat(details(health).at("/failure").asString())
                .isEqualTo("KafkaException < TimeoutException");
        assertThat(details(health).at("/marks").asInt()).isEqualTo(7);
        assertThat(details(health).at("/lagSeconds").asInt()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void saysWhoPublishesAndWhoStandsBy() throws Exception {
        for (var state : List.of(RelayStatus.State.PUBLISHING, RelayStatus.State.STANDING_BY)) {
            status.is(state);

            assertThat(details(publication(200)).at("/state").asString()).isEqualTo(state.name());
        }
    }

    @Test
    void showsNothingElse() throws Exception {
        status.failing("KafkaException");

        assertThat(requireNonNull(groups.get("publication")).isMember("publicationRelay")).isTrue();
        assertThat(requireNonNull(groups.get("publication")).isMember("db")).isFalse();
        assertThat(details(publication(503)).propertyNames())
                .containsExactlyInAnyOrder("state", "failure", "marks", "lagSeconds");
    }

    private static JsonNode details(JsonNode health) {
        return health.at("/components/publicationRelay/details");
    }

    private JsonNode publication(int expected) throws IOException, InterruptedException {
        var address = "http://localhost:%d/actuator/health/publication".formatted(managementPort);
        var response =
                http.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(expected);
        return JsonMapper.shared().readTree(response.body());
    }
}
