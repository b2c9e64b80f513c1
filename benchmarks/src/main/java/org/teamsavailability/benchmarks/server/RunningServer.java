package org.teamsavailability.benchmarks.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.Workspace;

/** A started process whose CPU time can be read. */
public final class RunningServer implements AutoCloseable {

    private final Server server;
    private final ProcessHandle process;

    private RunningServer(Server server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws org.teamsavailability.servers.process.ServerFailedException if it does not start
     */
    static RunningServer start(Workspace workspace, ProcessSpec spec) {
        var before = ProcessHandle.current().children().collect(Collectors.toSet());
        var server = new Server(workspace, spec);
        server.begin();
        var started = new HashSet<>(ProcessHandle.current().children().toList());
        started.removeAll(before);
        if (started.size() != 1) {
            server.kill();
            throw new IllegalStateException(
                    "%d processes were started instead of 1".formatted(started.size()));
        }
        server.awaitReady();
        return new RunningServer(server, started.iterator().next());
    }

    /** The CPU time it has used until now; zero once it has ended. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        server.kill();
    }

    /** Stops it, by force after 12 s. */
    @Override
    public void close() {
        server.stop();
    }
}
