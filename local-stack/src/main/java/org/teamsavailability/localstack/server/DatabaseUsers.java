package org.teamsavailability.localstack.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The two users of the mapping-service's database, as docs/operations/authentication-and-tls.md
 * makes them: one that migrates and owns, and one that serves and may only become the service's
 * role. The servers of the stack ask nobody for a password.
 */
final class DatabaseUsers {

    private static final String SUPERUSER = "postgres";
    private static final String MIGRATES = "mapping_migration";
    private static final String SERVES = "mapping_service";

    private static final String CREATE =
            """
            do $$
            begin
                if not exists (select from pg_roles where rolname = 'mapping_service') then
                    create role teams_availability_service nologin;
                    create role teams_availability_functions nologin;
                    create role mapping_migration login;
                    create role mapping_service login noinherit;
                    grant teams_availability_service, teams_availability_functions
                        to mapping_migration with admin option;
                    grant teams_availability_service to mapping_service;
                end if;
                execute format('alter database %I owner to mapping_migration', current_database());
                execute format('revoke all on database %I from public', current_database());
                execute format('grant connect on database %I to mapping_service', current_database());
            end
            $$
            """;

    private DatabaseUsers() {}

    /**
     * Makes them, where they do not exist yet, and gives the database to the one that migrates.
     *
     * @param url the database, as a JDBC URL
     */
    static void create(String url) {
        try (var session = DriverManager.getConnection(url, SUPERUSER, "");
                var statement = session.createStatement()) {
            statement.execute(CREATE);
        } catch (SQLException e) {
            throw new IllegalStateException("The database users could not be made", e);
        }
    }

    /** What the mapping-service and its commands need to know. */
    static Map<String, String> environment(String url) {
        return Map.of(
                "DATABASE_URL", url,
                "DATABASE_USER", SERVES,
                "DATABASE_PASSWORD", "",
                "DATABASE_MIGRATION_USER", MIGRATES,
                "DATABASE_MIGRATION_PASSWORD", "");
    }
}
