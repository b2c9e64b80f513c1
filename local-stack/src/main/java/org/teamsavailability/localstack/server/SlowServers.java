package org.teamsavailability.localstack.server;

import java.time.Duration;
import java.util.function.Predicate;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.ServerFailedException;
import org.teamsavailability.servers.process.ServerFailedException.Kind;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * Tries again what failed because another server of the stack was slow, as long as {@link
 * StartTimeout} allows. The servers know each other's addresses from the stack, so an address is
 * never wrong here.
 */
final class SlowServers {

    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private SlowServers() {}

    /**
     * Does something with a server until it succeeds.
     *
     * @param server its name, as a sentence begins with it
     * @param isSlowness whether a failure means that the server did not answer in time
     * @throws IllegalStateException where it has not answered in time for good
     */
    static void askAgain(String server, Runnable work, Predicate<RuntimeException> isSlowness) {
        var deadline = System.nanoTime() + StartTimeout.get().toNanos();
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted() || !isSlowness.test(e)) {
                    throw e;
                }
                if (System.nanoTime() > deadline) {
                    throw new SlowServerException(
                            "%s runs, but did not answer within %d s"
                                    .formatted(server, StartTimeout.get().toSeconds()),
                            e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the stack was starting", e);
        }
    }

    /** Starts a service, again where it gave up on the broker or the registry. */
    static void start(Server service) {
        askAgain(service.name(), service::start, failure -> gaveUp(failure, service));
    }

    private static boolean gaveUp(RuntimeException failure, Server service) {
        return failure instanceof ServerFailedException failed
                && failed.kind() == Kind.ENDED
                && !failed.portTaken()
                && service.lastLines().stream().anyMatch(SlowServers::isOfAnUnreachableServer);
    }

    private static boolean isOfAnUnreachableServer(String line) {
        return line.contains("cannot be listed")
                || (line.contains("schema registry") && line.contains("cannot be reached"));
    }
}
