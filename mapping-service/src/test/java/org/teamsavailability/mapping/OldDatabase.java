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

    /** Made once a run, after the roles that it may grant. */
    private static final class Migrator {

        static final String ROLE = make();

        private static String make() {
            TestDatabase.awaitRoles();
            var server = DSL.using(TestDatabase.server(), SQLDialect.POSTGRES);
            server.execute("create role tests_migrator login createrole");
            server.execute(
                    "grant teams_availability_service, teams_availability_functions"
                            + " to tests_migrator with admin option");
            return "tests_migrator";
        }
    }

    private final String name = "old_" + UUID.randomUUID().toString().replace("-", "");
    private final DSLContext server = DSL.using(TestDatabase.server(), SQLDialect.POSTGRES);

    /** Makes it as the release with this last migration left it. */
    public OldDatabase(String version) {
        server.execute("create database %s owner %s".formatted(name, Migrator.ROLE));
        superuser().execute("alter schema public owner to " + Migrator.ROLE);
        migrate(version);
    }

    /** Migrates it to this release. */
    public void migrate() {
        migrate("latest");
    }

    /** One at a time: roles are the server's, and each first migration grants the same ones. */
    private void migrate(String version) {
        synchronized (OldDatabase.class) {
            Flyway.configure().dataSource(sessions(Migrator.ROLE)).target(version).load().migrate();
        }
    }

    /** Its name on the server. */
    public String name() {
        return name;
    }

    /** As programs reach it, without a password. */
    public String url() {
        return TestServers.database(name);
    }

    /** Who owns it and migrates it. */
    public static String owner() {
        return Migrator.ROLE;
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
