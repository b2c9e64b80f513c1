package org.teamsavailability.mapping.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.Scope;

/** What is not the caller's fault, and what is too much of it. */
@Tag("slow")
class SurroundingsTest {

    private static final String ROUTE = "/public-api/technicians";

    @Test
    void sayThatTheDatabaseIsAwayAndWhenItIsBack() {
        var settings = Map.of("spring.datasource.hikari.connection-timeout", "500");
        try (var api = new TestApi(settings)) {
            var desk = api.desk("away", Scope.READ, Scope.WRITE);
            await().until(() -> desk.get(ROUTE).status() == 200);

            execute(api, "alter database %s with allow_connections false");
            execute(
                    api,
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'");
            var read = desk.get(ROUTE);
            var written = desk.delete(ROUTE + "/t-1");
            execute(api, "alter database %s with allow_connections true");

            for (var answer : new TestApi.Answer[] {read, written}) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(answer.header("X-Request-Id")).isNotEmpty();
                assertThat(answer.body().path("type").asString())
                        .isEqualTo("urn:teams-availability:database-unavailable");
            }
            await().until(() -> desk.get(ROUTE).status() == 200);
        }
    }

    @Test
    void holdEachKeyToItsRateOnEveryRoute() {
        var settings = Map.of("teams-availability.api.requests-per-minute", "1");
        try (var api = new TestApi(settings)) {
            var desk = api.desk("eager", Scope.READ, Scope.WRITE);
            var paths = desk.get("/public-api/openapi.json").body().path("paths");
            assertThat(paths.propertyNames())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(path -> {
                        var target = path.replaceAll("[{}]", "");
                        isTooMany(desk.get(target));
                        isTooMany(desk.put(target, "{}"));
                        isTooMany(desk.post(target, "{}"));
                        isTooMany(desk.delete(target));
                    });
            isTooMany(desk.upload("technicianId,displayName\n"));
            assertThat(api.desk("patient", Scope.READ).get(ROUTE).status()).isEqualTo(200);
        }
    }

    private static void isTooMany(TestApi.Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]?");
        assertThat(answer.body().path("type").asString())
                .isEqualTo("urn:teams-availability:too-many-requests");
    }

    /** From another database, because the own one lets nobody in. */
    private static void execute(TestApi api, String sql) {
        try (var connection = TestDatabase.server().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(api.database().name()));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
