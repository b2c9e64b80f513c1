package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.server.Startable;
import org.teamsavailability.servers.process.ServerFailedException;

/**
 * Starts the stack, and again on other ports where another program took one between the choice and
 * the start. Any thread may close it, also while it starts.
 */
final class StackStart<S extends Startable> implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final Supplier<S> stacks;
    private final PrintStream out;
    private @Nullable S current;
    private boolean closed;

    /**
     * @param stacks gives a stack with ports of its own each time
     */
    StackStart(Supplier<S> stacks, PrintStream out) {
        this.stacks = stacks;
        this.out = out;
    }

    /**
     * Returns a stack that answers.
     *
     * @throws RuntimeException if something does not start; this is still to be closed
     */
    S start() {
        for (int attempt = 1; ; attempt++) {
            var stack = next();
            try {
                stack.start();
                return stack;
            } catch (ServerFailedException e) {
                if (!e.portTaken() || attempt == ATTEMPTS) {
                    throw e;
                }
                out.println(
                        "Another program took the port of "
                                + e.server()
                                + " meanwhile: starting again on other ports.");
                stack.close();
            }
        }
    }

    private synchronized S next() {
        if (closed) {
            throw new IllegalStateException("The stack is being stopped");
        }
        var next = stacks.get();
        current = next;
        return next;
    }

    /** The stack that starts or runs; null before the first. */
    synchronized @Nullable S current() {
        return current;
    }

    @Override
    public void close() {
        @Nullable S stack;
        synchronized (this) {
            closed = true;
            stack = current;
        }
        if (stack != null) {
            stack.close();
        }
    }
}
