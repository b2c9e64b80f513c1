package org.teamsavailability.servers.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Hands out ports that nothing listens on, none twice, also not by two processes at the same time.
 * For one thread.
 *
 * <p>A port lies free until its server binds it. So it is below the range that operating systems
 * give to outgoing connections (32,768 and above on Linux, 49,152 and above elsewhere), and this
 * process holds a {@link PortLock} on it as long as it lives. Another program, or another user's
 * stack, can still take it: {@link ServerFailedException#portTaken()} then says so.
 */
public final class Ports {

    private static final int LAST = 65_535;
    private static final int FIRST_OF_ANY = 20_000;
    private static final int LAST_OF_ANY = 32_767;
    private static final int TRIES = 10_000;

    private final Set<Integer> taken = new HashSet<>();
    private final RandomGenerator random = new SecureRandom();
    private final boolean preferUsual;

    private Ports(boolean preferUsual) {
        this.preferUsual = preferUsual;
    }

    /** Gives the usual port of a server, or the next one that is free. */
    public static Ports usual() {
        return new Ports(true);
    }

    /** Gives any free port, so that several stacks can run next to each other. */
    public static Ports anyFree() {
        return new Ports(false);
    }

    /**
     * A free port for a server that usually listens on this one.
     *
     * @throws IllegalStateException if no port from the usual one on is free
     */
    public int forServer(int usual) {
        if (!preferUsual) {
            return any();
        }
        for (int port = usual; port <= LAST; port++) {
            if (take(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from " + usual + " on is free");
    }

    /**
     * Any free port, for what nobody has to find.
     *
     * @throws IllegalStateException if none of 10,000 ports that were tried is free
     */
    public int any() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = random.nextInt(FIRST_OF_ANY, LAST_OF_ANY + 1);
            if (take(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "No port from " + FIRST_OF_ANY + " to " + LAST_OF_ANY + " is free");
    }

    /**
     * The lock comes first: trying whether a port is free takes it for a moment, and a server of
     * another stack, which holds the lock, may be about to bind it.
     */
    private boolean take(int port) {
        if (taken.contains(port) || !PortLock.tryLock(port)) {
            return false;
        }
        if (!isFree(port)) {
            PortLock.release(port);
            return false;
        }
        return taken.add(port);
    }

    /** On all addresses at once: a listener on any of them takes the port. */
    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
