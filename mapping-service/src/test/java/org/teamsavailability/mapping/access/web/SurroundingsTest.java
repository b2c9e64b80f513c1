package org.teamsavailability.mapping.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.Scope;

/** What is not the caller's fault, and what is too much of it. */
@Tag("slow")
class SurroundingsTest {

    private static final String ROUTE = "/public-api/technicians";

    /** The database is not waited for, and a key has one request a minute. */
    @AutoClose
    private static final TestApi API =
            new TestApi(
                    Map.of(
                            "spring.datasource.hikari.connection-timeout", "500",
                            "teams-availability.api.requests-per-minute", "1"));

    @Test
    void sayThatTheDatabaseIsAwayAndWhenItIsBack() {
        await().until(() -> away().get(ROUTE).status() == 200);
        var reading = away();
        var writing = away();

        execute("alter database %s with allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'");
        var read = reading.get(ROUTE);
        var written = writing.delete(ROUTE + "/t-1");
        execute("alter database %s with allow_connections true");

        for (var answer : new TestApi.Answer[] {read, written}) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
            assertThat(answer.body().path("type").asString())
                    .isEqualTo("urn:teams-availability:database-unavailable");
        }
        await().ignoreExceptions().until(() -> away().get(ROUTE).status() == 200);
    }

    /** A desk with a new key. */
    private static TestApi.Desk away() {
        return API.desk("away", Scope.READ, Scope.WRITE);
    }

    @Test
    void holdEachKeyToItsRateOnEveryRoute() {
        var desk = API.desk("eager", Scope.READ, Scope.WRITE);
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
        assertThat(API.desk("patient", Scope.READ).get(ROUTE).status()).isEqualTo(200);
    }

    private static void isTooMany(TestApi.Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]?");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"api-key\";q=1;w=60");
        assertThat(answer.header("RateLimit"))
                .isEqualTo("\"api-key\";r=0;t=" + answer.header("Retry-After"));
        assertThat(answer.body().path("type").asString())
                .isEqualTo("urn:teams-availability:too-many-requests");
    }

    /** From another database, because the own one lets nobody in. */
    private static void execute(String sql) {
        try (var connection = TestDatabase.server().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(API.database().name()));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
