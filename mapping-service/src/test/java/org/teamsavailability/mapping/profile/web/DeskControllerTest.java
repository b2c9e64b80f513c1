package org.teamsavailability.mapping.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
class DeskControllerTest {

    private static final String ROUTE = "/public-api/desk";

    private final TestApi api;

    private TestApi.Desk desk;
    private TestApi.Desk reader;

    DeskControllerTest(TestApi api) {
        this.api = api;
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        reader = desk;
    }

    @BeforeEach
    void aDesk() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        reader = api.desk(desk.id(), Scope.READ);
    }

    @Test
    void isInUtcUntilAnotherTimeZoneIsChosen() {
        var answer = reader.get(ROUTE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("timeZone").asString()).isEqualTo("UTC");
        assertThat(answer.body().path("serviceDeskId").asString()).isEqualTo(desk.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"})
    void takesTimeZonesOfTheIanaDatabase(String timeZone) {
        var put = desk.put(ROUTE, "{\"timeZone\": \"%s\"}".formatted(timeZone));

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body()).isEqualTo(reader.get(ROUTE).body());
        assertThat(put.body().path("timeZone").asString()).isEqualTo(timeZone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422",
                "{\"timeZone\": null}|422",
                "{\"timeZone\": \"\"}|422",
                "{\"timeZone\": \"Berlin\"}|422",
                "{\"timeZone\": \"+01:00\"}|422",
                "{\"timeZone\": \"europe/berlin\"}|422",
                "{\"timeZone\": 1}|400",
            })
    void refusesOthers(String body, int status) {
        var answer = desk.put(ROUTE, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/timeZone");
        assertThat(reader.get(ROUTE).body().path("timeZone").asString()).isEqualTo("UTC");
    }

    @Test
    void auditsAChangeOnce() {
        desk.put(ROUTE, "{\"timeZone\": \"Asia/Tokyo\"}");
        desk.put(ROUTE, "{\"timeZone\": \"Asia/Tokyo\"}");

        var entries = desk.get("/public-api/audit").body().path("items");
        assertThat(entries.findValuesAsString("action")).containsOnlyOnce("desk.changed");
        assertThat(entries.at("/0/details/timeZone").asString()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void needsTheScopeWriteToChange() {
        assertThat(reader.put(ROUTE, "{\"timeZone\": \"UTC\"}").status()).isEqualTo(403);
    }
}
