package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of the API, as it is served. */
class ApiContractTest extends RunningService {

    @ParameterizedTest
    @CsvSource({
        "/api-keys, post, scopes",
        "/teams-availability/settings, put, dailyAutoMap",
        "/teams-availability/connection, put, cloud",
        "/teams-availability/auto-map, post, teamIds",
        "/technicians/{technicianId}/teams-mapping, put, microsoftUserId",
    })
    void describesEachBodyByFieldsOfItsOwn(String path, String method, String field) {
        var contract =
                send(HttpRequest.newBuilder(at("/public-api/openapi.json")).GET().build()).json();

        var reference =
                contract.path("paths")
                        .path("/public-api" + path)
                        .path(method)
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString();
        assertThat(reference).startsWith("#/components/schemas/");
        assertThat(contract.at(reference.substring(1)).path("properties").has(field)).isTrue();
    }
}
