package org.teamsavailability.localstack.server;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.Server;

/**
 * A stack for the tests of one class, on free ports: a static field with
 * {@code @RegisterExtension}. It starts before the first test and is gone after the last. When a
 * test fails, the end of the enricher's log follows, and that of the broker's where it did not
 * start.
 */
public final class RunningStack
        implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {

    private final StackSettings settings;
    private @Nullable LocalStack stack;

    private RunningStack(StackSettings settings) {
        this.settings = settings;
    }

    /** With the technicians' Microsoft tenants of the sample world, and these changes. */
    public static RunningStack with(UnaryOperator<StackSettings> change) {
        var desks = SampleDesks.load();
        var now = Instant.now();
        return new RunningStack(
                change.apply(
                        new StackSettings(
                                Installation.ofThisProcess(),
                                Ports.anyFree(),
                                "test-",
                                Samples.microsoft(Clock.systemUTC()),
                                false,
                                List.of(),
                                desks.connections(now),
                                desks.mappings(now),
                                Map.of())));
    }

    /** The stack, while tests run. */
    public LocalStack stack() {
        return Objects.requireNonNull(stack, "the stack runs only while tests do");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var starting = new LocalStack(settings, Progress.silent(), TestServers.start());
        try {
            starting.start();
            stack = starting;
        } catch (RuntimeException e) {
            print("broker", starting.broker());
            print("enricher", starting.enricher());
            starting.close();
            throw e;
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            print("enricher", stack().enricher());
        }
    }

    private static void print(String name, Server server) {
        System.err.println("The " + name + "'s last lines:");
        server.lastLines().forEach(System.err::println);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (stack != null) {
            stack.close();
        }
    }
}
