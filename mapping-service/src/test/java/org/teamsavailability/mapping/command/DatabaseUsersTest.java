package org.teamsavailability.mapping.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.OldDatabase;
import org.teamsavailability.mapping.SqlTransactions;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.desk.persistence.LoginRights;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;

/**
 * The SQL of docs/operations/authentication-and-tls.md, on databases that were installed with one
 * user.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseUsersTest {

    private static final String REFUSED = "42501";

    @AutoClose private final OldDatabase database = new OldDatabase("5");
    private final String service = name("service");

    @BeforeAll
    void movesToTwoUsers() throws Exception {
        run(
                database.url(),
                "postgres",
                block(
                        "From one database user to two",
                        1,
                        Map.of(
                                "DATABASE", database.name(),
                                "OWNER", OldDatabase.owner(),
                                "SERVICE", service)));
    }

    @Test
    void startsTheServiceWithTwoUsers() {
        var context =
                CommandContext.with(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + service,
                        "--spring.flyway.user=" + OldDatabase.owner());

        try (var started = context.get()) {
            started.getBean(Desks.class).create(new DeskId("two-users"), new KeyName("first"));

            var jooq = started.getBean(DSLContext.class);
            assertThat(LoginRights.excessive(jooq)).isEmpty();
            assertThat(jooq.fetchCount(DSL.table("service_desk"))).isZero();
            assertThat(
                            new SqlTransactions(new PostgresDeskTransactions(jooq))
                                    .<Integer>in(
                                            "two-users",
                                            it -> it.fetchCount(DSL.table("service_desk"))))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role OWNER",
                "set role teams_availability_functions",
                "set session authorization OWNER",
                "grant teams_availability_functions to SERVICE",
                "alter role SERVICE bypassrls",
                "create role another",
                "alter table technician disable row level security",
                "alter table technician no force row level security",
                "drop policy own_service_desk on technician",
                "create policy all_desks on technician using (true)",
                "alter function desk_of_api_key(bytea) owner to SERVICE",
                "create or replace function mark_mapping() returns trigger language plpgsql"
                        + " as 'begin return null; end'",
                "create table public.another (id int)",
                "create temporary table another (id int)",
                "create schema another",
                "create function public.another() returns int language sql as 'select 1'",
                "set session_replication_role = replica",
                "select from flyway_schema_history",
                "truncate technician"
            })
    void refuseTheLoginToLeaveRowLevelSecurity(String statement) {
        var asked = statement.replace("OWNER", OldDatabase.owner()).replace("SERVICE", service);

        assertThat(stateOf(asked)).isEqualTo(REFUSED);
        assertThat(stateOf("set role teams_availability_service; " + asked)).isEqualTo(REFUSED);
    }

    @Test
    void showTheLoginNothingOutsideOfItsRole() {
        assertThat(stateOf("select from technician")).isEqualTo(REFUSED);
        assertThat(
                        stateOf(
                                "set role teams_availability_service; set row_security = off;"
                                        + " select from technician"))
                .isEqualTo(REFUSED);
    }

    @Test
    void warnWhereOneUserDoesBoth() {
        var logger = (Logger) LoggerFactory.getLogger(LoginRights.class);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.addAppender(log);

        LoginRights.check(DSL.using(database.url(), OldDatabase.owner(), ""));

        logger.detachAppender(log);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(it ->
                        it.contains("DATABASE_USER may become the owner of the tables")
                                && it.contains("\"From one database user to two\""));
    }

    @Test
    void giveTheTablesOfASuperuserToAnOwner() throws Exception {
        try (var ofSuperuser = new TestDatabase()) {
            var owner = name("owner");
            run(
                    ofSuperuser.url(),
                    "postgres",
                    block(
                            "From one database user to two",
                            2,
                            Map.of("DATABASE", ofSuperuser.name(), "OWNER", owner)));

            Flyway.configure().dataSource(ofSuperuser.url(), owner, "").load().migrate();

            assertThat(
                            ofSuperuser
                                    .asOwner()
                                    .fetchValue(
                                            """
                                            select count(*) from pg_class c
                                            where c.relnamespace = 'public'::regnamespace
                                                and c.relkind in ('r', 'S', 'i')
                                                and pg_get_userbyid(c.relowner) = 'postgres'
                                            """))
                    .isEqualTo(0L);
            run(ofSuperuser.url(), owner, "alter table technician add column later text");
        }
    }

    @Test
    void makeTheUsersOfANewInstallation() throws Exception {
        var names =
                Map.of(
                        "DATABASE", name("new"),
                        "OWNER", name("owner"),
                        "SERVICE", name("service"));
        // the server has these two already, by the other databases
        var sql =
                block("Database users", 1, names)
                        .replaceAll("create role teams_availability_\\w+ nologin;", "");
        // which psql does by itself: a database is not made in a transaction
        for (var statement : sql.split(";\n", -1)) {
            run(database.url(), "postgres", statement);
        }
        var url = database.url().replace(database.name(), names.get("DATABASE"));

        try (var started =
                CommandContext.with(
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=" + names.get("SERVICE"),
                                "--spring.flyway.user=" + names.get("OWNER"))
                        .get()) {
            assertThat(LoginRights.excessive(started.getBean(DSLContext.class))).isEmpty();
        } finally {
            run(
                    database.url(),
                    "postgres",
                    "drop database " + names.get("DATABASE") + " with (force)");
        }
    }

    private String stateOf(String sql) {
        var refused =
                catchThrowableOfType(SQLException.class, () -> run(database.url(), service, sql));
        return refused == null ? "done" : refused.getSQLState();
    }

    private static void run(String url, String user, String sql) throws SQLException {
        try (var session = DriverManager.getConnection(url, user, "");
                var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The names are the server's, and other tests run on it. */
    private static String name(String kind) {
        return kind + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** A block of SQL of a section, with names in place of its words in capitals. */
    private static String block(String section, int number, Map<String, String> names)
            throws Exception {
        var text = Files.readString(Path.of("../docs/operations/authentication-and-tls.md"));
        var start = Pattern.compile("(?m)^##+ " + Pattern.quote(section) + "$").matcher(text);
        assertThat(start.find()).isTrue();
        var blocks = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(text);
        int from = start.end();
        for (int i = 0; i < number; i++) {
            assertThat(blocks.find(from)).isTrue();
            from = blocks.end();
        }
        var sql = blocks.group(1);
        for (var name : names.entrySet()) {
            sql = sql.replaceAll("\\b" + name.getKey() + "\\b", name.getValue());
        }
        return sql;
    }
}
