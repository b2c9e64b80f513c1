package org.teamsavailability.servers.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How a server is started and when it has.
 *
 * @param name what people call it; its log is named after it
 * @param command the program and its arguments
 * @param environment variables as well as those of this process that {@link InheritedEnvironment}
 *     leaves, over which they win
 * @param isReady whether it can be used; asked several times a second
 * @param within how long it may take until it is ready
 */
public record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        BooleanSupplier isReady,
        Duration within) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "Launch[" + name + "]";
    }
}
