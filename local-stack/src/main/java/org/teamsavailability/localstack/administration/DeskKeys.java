package org.teamsavailability.localstack.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.teamsavailability.servers.process.InheritedEnvironment;

/** Makes service desks and their keys with the operator's commands. */
public final class DeskKeys {

    /** The name of the keys that {@link #add} makes. */
    static final String ADDED = "samples";

    /** A JVM may write lines of its own to either stream, as JAVA_TOOL_OPTIONS tells it to. */
    private static final Pattern KEY = Pattern.compile("ta_sk_[A-Za-z0-9_-]+");

    private DeskKeys() {}

    /**
     * Runs {@code create-desk}.
     *
     * @param command how the mapping-service's jar is started
     * @param environment where its database is
     * @param desks ids of desks that do not exist yet
     * @return the first API key of each
     * @throws DesksExistException where one does exist
     */
    public static Map<String, String> create(
            List<String> command, Map<String, String> environment, List<String> desks) {
        var full = new ArrayList<>(command);
        full.add("create-desk");
        desks.forEach(desk -> full.addAll(List.of("--id", desk)));
        var made = run(full, environment, desks.size());
        var keys = new LinkedHashMap<String, String>();
        for (int i = 0; i < desks.size(); i++) {
            keys.put(desks.get(i), made.get(i));
        }
        return keys;
    }

    /**
     * Runs {@code create-key}.
     *
     * @param command how the mapping-service's jar is started
     * @param environment where its database is
     * @param desk the id of a desk that exists
     * @return a further API key of it, with all scopes
     */
    public static String add(List<String> command, Map<String, String> environment, String desk) {
        var full = new ArrayList<>(command);
        full.addAll(
                List.of(
                        "create-key",
                        "--desk",
                        desk,
                        "--name",
                        ADDED,
                        "--scopes",
                        "read,write,ask"));
        return run(full, environment, 1).getFirst();
    }

    private static List<String> run(
            List<String> command, Map<String, String> environment, int expected) {
        var builder = new ProcessBuilder(command);
        InheritedEnvironment.clean(builder.environment());
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            // read at the same time: a full pipe would stop the command
            var errors = CompletableFuture.supplyAsync(() -> errors(process));
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            int exitCode = process.waitFor();
            var problem = errors.join();
            if (exitCode != 0 && problem.contains("exists already")) {
                throw new DesksExistException(problem);
            }
            if (exitCode != 0) {
                throw new IllegalStateException(
                        "The mapping-service's command %s failed with exit code %d: %s"
                                .formatted(name(command), exitCode, problem));
            }
            var keys = output.lines().filter(line -> KEY.matcher(line).matches()).toList();
            if (keys.size() != expected) {
                throw new IllegalStateException(
                        "The mapping-service's command %s ended well, but printed %d API keys instead of %d"
                                .formatted(name(command), keys.size(), expected));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping-service's command could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while desks were made", e);
        }
    }

    /** What it wrote to its standard error, as one line and without what the JVM says of itself. */
    private static String errors(Process process) {
        try (var lines = process.errorReader(UTF_8)) {
            return String.join(
                    " ",
                    lines.lines()
                            .filter(line -> !line.isBlank() && !line.contains("Picked up "))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(List<String> command) {
        return command.contains("create-desk") ? "create-desk" : "create-key";
    }
}
