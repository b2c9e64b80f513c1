package org.teamsavailability.localstack.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.servers.process.InheritedEnvironment;

/**
 * Makes the enricher's AOT cache once for each build, so that later starts take half the time. It
 * calls no server. A cache that is not finished is thrown away. Any thread may close it.
 */
public final class StartTraining implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartTraining.class);
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Installation installation;
    private final List<String> launcher;
    private final Path unfinished;
    private @Nullable Process process;
    private CompletableFuture<Void> finished = CompletableFuture.completedFuture(null);
    private boolean closed;

    private StartTraining(Installation installation, List<String> launcher) {
        this.installation = installation;
        this.launcher = launcher;
        this.unfinished =
                installation
                        .startCache()
                        .resolveSibling("unfinished-" + ProcessHandle.current().pid() + ".aot");
    }

    /** One that leaves the processor to whatever else runs. */
    public static StartTraining inTheBackground(Installation installation) {
        return new StartTraining(
                installation,
                Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "19") : List.of());
    }

    /** One that gets its share of the processor also on a busy machine. */
    public static StartTraining atUsualPriority(Installation installation) {
        return new StartTraining(installation, List.of());
    }

    /**
     * Starts it where there is no cache yet; returns at once.
     *
     * @return whether a training was started
     */
    public synchronized boolean start() {
        if (closed || process != null || Files.exists(installation.startCache())) {
            return false;
        }
        var command = new ArrayList<>(launcher);
        command.addAll(Enricher.training(installation, unfinished));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD);
        InheritedEnvironment.clean(builder.environment());
        builder.environment().put("MANAGEMENT_SERVER_PORT", "0");
        try {
            var started = builder.start();
            process = started;
            finished = started.onExit().thenAccept(this::finish);
            return true;
        } catch (IOException e) {
            LOG.debug("The training of the enricher's start cannot be started", e);
            return false;
        }
    }

    private synchronized void finish(Process ended) {
        try {
            if (!closed && ended.exitValue() == 0 && Files.exists(unfinished)) {
                Files.move(unfinished, installation.startCache(), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            LOG.debug("The enricher's AOT cache cannot be kept", e);
        }
    }

    /** Ends a training that still runs. */
    @Override
    public void close() {
        @Nullable Process running;
        CompletableFuture<Void> end;
        synchronized (this) {
            closed = true;
            running = process;
            end = finished;
        }
        if (running != null) {
            // Java writes the cache in a child of its own
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
        end.join();
    }
}
