package org.teamsavailability.localstack.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.servers.process.ServerFailedException;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.servers.process.Workspace;

/** A PostgreSQL with its files in the workspace. For one thread. */
public final class Database implements AutoCloseable {

    static final String NAME = "PostgreSQL";
    static final int USUAL_PORT = 5432;

    private final Workspace workspace;
    private final Installation installation;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable EmbeddedPostgres postgres;

    Database(Workspace workspace, Installation installation, int port) {
        this(workspace, installation, port, Map.of());
    }

    /** The same with settings of PostgreSQL. */
    public Database(
            Workspace workspace,
            Installation installation,
            int port,
            Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        this.workspace = workspace;
        this.installation = installation;
        this.port = port;
    }

    /** Where it is, for JDBC, as its superuser. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** What a service needs to know. */
    static Map<String, String> environment(String url) {
        return DatabaseUsers.environment(url);
    }

    /** Returns when it can be used; the programs are unpacked once and stay for the next start. */
    public void start() {
        var data = workspace.directory().resolve("postgresql");
        var log = Redirect.appendTo(workspace.log(NAME).toFile());
        try {
            var builder =
                    EmbeddedPostgres.builder()
                            .setPort(port)
                            .setDataDirectory(data)
                            .setOverrideWorkingDirectory(installation.postgresql().toFile())
                            .setOutputRedirector(log)
                            .setErrorRedirector(log)
                            .setPGStartupWait(StartTimeout.get())
                            .setRegisterShutdownHook(false);
            settings.forEach(builder::setServerConfig);
            postgres = builder.start();
            var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(workspace::started);
            DatabaseUsers.create(url());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Where another server has the port, PostgreSQL has gone, and its log says so. */
    private ServerFailedException failed(IOException e) {
        var log = workspace.lastLines(NAME);
        return String.valueOf(e.getMessage()).startsWith("Gave up waiting")
                ? ServerFailedException.slow(NAME, StartTimeout.get(), log)
                : ServerFailedException.ended(NAME, 1, log);
    }

    @Override
    public void close() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException _) {
                // the guard of the workspace ends it
            }
        }
    }
}
