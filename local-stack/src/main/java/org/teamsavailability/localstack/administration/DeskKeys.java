package org.teamsavailability.localstack.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes service desks and their keys with the operator's commands. */
public final class DeskKeys {

    /** The name of the keys that {@link #add} makes. */
    static final String ADDED = "samples";

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
        var lines = run(full, environment, desks.size());
        var keys = new LinkedHashMap<String, String>();
        for (int i = 0; i < desks.size(); i++) {
            keys.put(desks.get(i), lines.get(i));
        }
        return keys;
    }

    /**
     * Runs {@code create-key}.
     *
     * @param command how the mapping-service's jar is started
     * @param environment where its database is
     * @param desk the id of a desk that exists
     * @return a further API key of it, with both scopes
     */
    public static String add(List<String> command, Map<String, String> environment, String desk) {
        var full = new ArrayList<>(command);
        full.addAll(
                List.of("create-key", "--desk", desk, "--name", ADDED, "--scopes", "read,write"));
        return run(full, environment, 1).getFirst();
    }

    private static List<String> run(
            List<String> command, Map<String, String> environment, int keys) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var lines = output.lines().filter(line -> !line.isBlank()).toList();
            if (process.waitFor() != 0 && output.contains("exists already")) {
                throw new DesksExistException(String.join(" ", lines));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "The mapping-service's command failed: " + String.join(" ", lines));
            }
            if (lines.size() != keys) {
                throw new IllegalStateException(
                        "%d keys were expected, and %d lines came".formatted(keys, lines.size()));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping-service's command could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while desks were made", e);
        }
    }
}
