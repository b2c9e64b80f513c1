package org.teamsavailability.mapping;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of an older release. It is migrated by a role that owns it and is no superuser, so
 * that row-level security holds for the migrations too.
 */
public final class OldDatabase implements AutoCloseable {

    private static final String MIGRATOR = "tests_migrator";
    private static final String FUNCTIONS = "teams_availability_functions";
    private static final String SERVICE = "teams_availability_service";

    private final String name = "old_" + UUID.randomUUID().toString().replace("-", "");
    private final DSLContext server = DSL.using(TestDatabase.server(), SQLDialect.POSTGRES);

    /** Makes it as the release with this last migration left it. */
    public OldDatabase(String version) {
        for (String role : new String[] {SERVICE, FUNCTIONS, MIGRATOR}) {
            role(role);
        }
        server.execute("alter role " + MIGRATOR + " login createrole");
        server.execute(
                "grant %s, %s to %s with admin option".formatted(SERVICE, FUNCTIONS, MIGRATOR));
        server.execute("create database %s owner %s".formatted(name, MIGRATOR));
        superuser().execute("alter schema public owner to " + MIGRATOR);
        migrate(version);
    }

    /** The server is of the test run, which may have these roles already. */
    private void role(String role) {
        if (server.fetch("select from pg_roles where rolname = {0}", DSL.val(role)).isEmpty()) {
            server.execute("create role " + role);
        }
    }

    /** Migrates it to this release. */
    public void migrate() {
        migrate("latest");
    }

    private void migrate(String version) {
        Flyway.configure().dataSource(sessions(MIGRATOR)).target(version).load().migrate();
    }

    /** With all rights. */
    public DSLContext superuser() {
        return DSL.using(sessions("postgres"), SQLDialect.POSTGRES);
    }

    private PGSimpleDataSource sessions(String user) {
        var sessions = new PGSimpleDataSource();
        sessions.setUrl(TestServers.database(name));
        sessions.setUser(user);
        return sessions;
    }

    @Override
    public void close() {
        server.execute("drop database " + name + " with (force)");
    }
}
