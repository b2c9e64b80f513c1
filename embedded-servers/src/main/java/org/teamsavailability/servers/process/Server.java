package org.teamsavailability.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server in a process of its own, that can be taken away and brought back: it keeps its port and
 * its files over {@link #stop()}, {@link #kill()} and {@link #start()}.
 *
 * <p>Any thread may call any method; a server is started by one at a time. Ctrl-C reaches only this
 * process, not the server, so that a stack is taken down in its right order.
 */
public final class Server {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(12);

    private static final Duration DIES_WITHIN = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(50);

    /** Started with Ctrl-C ignored, which the program then inherits. */
    private static final List<String> DEAF_TO_CTRL_C =
            List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "launch");

    private final Workspace workspace;
    private final ProcessSpec launch;
    private volatile @Nullable Process process;

    public Server(Workspace workspace, ProcessSpec launch) {
        this.workspace = workspace;
        this.launch = launch;
    }

    /** What people call it. */
    public String name() {
        return launch.name();
    }

    /** Where its output goes. */
    public Path log() {
        return workspace.log(launch.name());
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws ServerFailedException if it ends before or is not ready in time; with its last lines
     */
    public void start() {
        begin();
        awaitReady();
    }

    /** Starts it and does not wait. */
    public void begin() {
        if (isRunning()) {
            throw new IllegalStateException(name() + " is running already");
        }
        var command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.addAll(launch.command());
        var builder =
                new ProcessBuilder(command)
                        .directory(workspace.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log().toFile()));
        InheritedEnvironment.clean(builder.environment());
        builder.environment().putAll(launch.environment());
        try {
            var started = builder.start();
            process = started;
            register(started);
        } catch (IOException e) {
            throw new UncheckedIOException(name() + " could not be started", e);
        }
    }

    /**
     * Waits until it can be used.
     *
     * @throws ServerFailedException if it has ended or is not ready in time; with its last lines
     */
    public void awaitReady() {
        var deadline = System.nanoTime() + launch.within().toNanos();
        // another program may answer at the port that this server could not bind, so it has to run
        while (!launch.isReady().getAsBoolean() || !isRunning()) {
            if (!isRunning()) {
                throw ServerFailedException.ended(name(), exitCode(), lastLines());
            }
            if (System.nanoTime() > deadline) {
                throw ServerFailedException.slow(name(), launch.within(), lastLines());
            }
            pause(LOOK_AGAIN_AFTER);
        }
    }

    /** Whether its process is alive, paused or not. */
    public boolean isRunning() {
        var current = process;
        return current != null && current.isAlive();
    }

    /** What to throw where it has ended and nobody wanted that. */
    public ServerFailedException endedUnexpectedly() {
        return ServerFailedException.gone(name(), exitCode(), lastLines());
    }

    private int exitCode() {
        var current = process;
        return current == null || current.isAlive() ? 0 : current.exitValue();
    }

    /** Ends it cleanly, or by force after 12 seconds; true where it ended cleanly. */
    public boolean stop() {
        return stop(STOPS_WITHIN);
    }

    /** The same by force after this time. */
    public boolean stop(Duration within) {
        var current = process;
        if (current == null || !current.isAlive()) {
            return true;
        }
        current.destroy();
        var clean = endsWithin(current, within);
        if (!clean) {
            kill();
        }
        workspace.ended(current.toHandle());
        return clean;
    }

    /** Kills it as {@code kill -9} does and waits until it is gone. */
    public void kill() {
        var current = process;
        if (current != null && current.isAlive()) {
            current.destroyForcibly();
            endsWithin(current, DIES_WITHIN);
            workspace.ended(current.toHandle());
        }
    }

    /** Freezes it: connections stay open and nothing answers. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a frozen one go on. */
    public void resume() {
        signal("CONT");
    }

    /** The end of its log, without the frames of stack traces. */
    public List<String> lastLines() {
        return LogTail.of(log());
    }

    /** A stack that is being closed takes no new process. */
    private void register(Process started) {
        try {
            workspace.started(started.toHandle());
        } catch (RuntimeException e) {
            started.destroyForcibly();
            throw e;
        }
    }

    private void signal(String signal) {
        var current = process;
        if (current == null) {
            throw new IllegalStateException(name() + " is not running");
        }
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(current.pid()));
            if (kill.start().waitFor() != 0) {
                throw new IllegalStateException(name() + " does not take the signal " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("kill cannot be run", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean endsWithin(Process process, Duration time) {
        try {
            return process.waitFor(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a server was starting", e);
        }
    }
}
