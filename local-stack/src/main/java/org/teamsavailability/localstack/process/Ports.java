package org.teamsavailability.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Hands out ports that nothing listens on, none twice. For one thread. */
public final class Ports {

    private static final int LAST = 65_535;

    private final Set<Integer> taken = new HashSet<>();
    private final boolean preferUsual;

    private Ports(boolean preferUsual) {
        this.preferUsual = preferUsual;
    }

    /** Gives the usual port of a server, or the next one that is free. */
    public static Ports usual() {
        return new Ports(true);
    }

    /** Gives any free port, so that several stacks can run beside each other. */
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
            if (!taken.contains(port) && isFree(port)) {
                taken.add(port);
                return port;
            }
        }
        throw new IllegalStateException("No port from " + usual + " on is free");
    }

    /** Any free port, for what nobody has to find. */
    public int any() {
        int port;
        do {
            port = free();
        } while (!taken.add(port));
        return port;
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
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
