package org.teamsavailability.mapping.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
class AuditControllerTest {

    private static final String ROUTE = "/public-api/audit";

    private final TestApi api;

    private TestApi.Desk desk;

    AuditControllerTest(TestApi api) {
        this.api = api;
    }

    @BeforeEach
    void aDeskWithChanges() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        desk.upload("technicianId,displayName\nanna,Anna\nben,Ben\n");
        desk.upload("technicianId,displayName\nanna,Anna B\n");
    }

    @Test
    void saysWhoChangedWhatWhenNewestFirst() {
        var items = desk.get(ROUTE).body().get("items");

        assertThat(items.valueStream().map(it -> it.get("action").asString()))
                .containsExactly(
                        "technician.updated",
                        "technician.created",
                        "technician.created",
                        "api-key.created");
        assertThat(items.get(0).get("actor").asString()).startsWith("key:");
        assertThat(items.get(0).get("technicianId").asString()).isEqualTo("anna");
        assertThat(Instant.parse(items.get(0).get("at").asString())).isBefore(Instant.now());
        assertThat(items.get(3).get("technicianId").isNull()).isTrue();
    }

    @Test
    void givesPageAfterPage() {
        var first = desk.get(ROUTE + "?limit=3").body();
        var second =
                desk.get(ROUTE + "?limit=3&cursor=" + first.get("nextCursor").asString()).body();

        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void showsTheChangesOfOneTechnician() {
        var items = desk.get(ROUTE + "?technicianId=anna").body().get("items");

        assertThat(items.valueStream().map(it -> it.get("action").asString()))
                .containsExactlyElementsOf(List.of("technician.updated", "technician.created"));
    }

    @Test
    void showsNothingOfAnotherDesk() {
        var other = api.desk("other-" + UUID.randomUUID(), Scope.READ);

        assertThat(other.get(ROUTE + "?technicianId=anna").body().get("items")).isEmpty();
        assertThat(other.get(ROUTE).body().get("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?cursor=YW5uYQ", "?technicianId=%00", "?limit=x", "?limit=0"})
    void refusesParametersOutOfTheirRange(String query) {
        assertThat(desk.get(ROUTE + query).status()).isIn(400, 422);
    }
}
