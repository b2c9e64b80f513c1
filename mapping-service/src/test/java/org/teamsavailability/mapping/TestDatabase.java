package org.teamsavailability.mapping;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** A database of its own on the one PostgreSQL of the test run, migrated. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final String name = "test" + COUNT.incrementAndGet();
    private final HikariDataSource service;

    public TestDatabase() {
        execute(Server.POSTGRES.getPostgresDatabase(), "create database " + name);
        Flyway.configure().dataSource(owner()).load().migrate();
        var pool = new HikariConfig();
        pool.setJdbcUrl(url());
        pool.setUsername("postgres");
        pool.setConnectionInitSql("set role teams_availability_service");
        pool.setMaximumPoolSize(8);
        service = new HikariDataSource(pool);
    }

    /** As the service reaches it; the user is {@code postgres}, without a password. */
    public String url() {
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** Its name on the server. */
    public String name() {
        return name;
    }

    /** Another database of the server, for what is done to this one from outside. */
    public DataSource server() {
        return Server.POSTGRES.getPostgresDatabase();
    }

    /** With the rights of whoever migrates. */
    public DataSource owner() {
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    /** With the rights of the service. */
    public DSLContext asService() {
        return DSL.using(service, SQLDialect.POSTGRES);
    }

    public DeskTransactions transactions() {
        return new DeskTransactions(asService());
    }

    private static void execute(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
