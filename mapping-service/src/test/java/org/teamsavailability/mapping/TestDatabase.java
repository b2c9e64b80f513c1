package org.teamsavailability.mapping;

import static org.teamsavailability.testsupport.Patience.PATIENCE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;

/** A database of its own on the one PostgreSQL of the test run, migrated. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int CONNECTIONS = 8;

    /** The migrations run once a test run, in a database that all others are copies of. */
    private static final class Template {

        static final String NAME = migrated("migrated");

        private static String migrated(String name) {
            execute("create database " + name);
            Flyway.configure().dataSource(sessions(name)).load().migrate();
            execute("alter database " + name + " with allow_connections false is_template true");
            return name;
        }
    }

    private final String name = "test" + COUNT.incrementAndGet();
    private final HikariDataSource service;
    private final HikariDataSource owner;

    public TestDatabase() {
        // copying files costs the server a fifth of what writing them to its log does
        execute("create database %s template %s strategy file_copy".formatted(name, Template.NAME));
        service = pool("set role teams_availability_service");
        owner = pool("reset role");
    }

    /** Connections are what a database costs most: it has none until they are needed. */
    private HikariDataSource pool(String initially) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url());
        pool.setUsername("postgres");
        pool.setConnectionInitSql(initially);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(pool);
    }

    /** As the service reaches it; the user is {@code postgres}, without a password. */
    public String url() {
        return TestServers.database(name);
    }

    /** Its name on the server. */
    public String name() {
        return name;
    }

    /** Returns when the server has the roles that the first migration makes. */
    static void awaitRoles() {
        Objects.requireNonNull(Template.NAME);
    }

    /** Another database of the server, for what is done to this one from outside. */
    public static DataSource server() {
        return sessions("postgres");
    }

    /** New sessions each time, with the rights of the migrating user. */
    public DataSource sessions() {
        return sessions(name);
    }

    /** With the rights of the migrating user. */
    public DSLContext asOwner() {
        return DSL.using(owner, SQLDialect.POSTGRES);
    }

    /** With the rights of the service. */
    public DSLContext asService() {
        return DSL.using(service, SQLDialect.POSTGRES);
    }

    /** With the rights of the service, as the service does it. */
    public DeskTransactions deskTransactions() {
        return new PostgresDeskTransactions(asService());
    }

    /** The same for statements of a test's own. */
    public SqlTransactions transactions() {
        return new SqlTransactions(deskTransactions());
    }

    public ServiceDesks desks() {
        return desks(Clock.systemUTC());
    }

    private ServiceDesks desks(Clock clock) {
        return new ServiceDeskRows(asService(), new SecureRandom(), clock);
    }

    /** Makes a service desk where it does not exist. */
    public void createDesk(String serviceDeskId) {
        createDesk(serviceDeskId, Clock.systemUTC());
    }

    /** The same at another time. */
    public void createDesk(String serviceDeskId, Clock clock) {
        var _ = deskTransactions().in(serviceDeskId, desks(clock)::create);
    }

    private static DataSource sessions(String database) {
        var sessions = new PGSimpleDataSource();
        sessions.setUrl(TestServers.database(database));
        sessions.setUser("postgres");
        return sessions;
    }

    private static void execute(String sql) {
        try (var connection = server().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Nothing of it stays; open connections are closed. */
    @Override
    public void close() {
        service.close();
        owner.close();
        execute("drop database " + name + " with (force)");
    }
}
