package org.teamsavailability.simulator;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.BadData;
import org.teamsavailability.simulator.dataset.DataFile;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.timetext.TimeText;

/**
 * What the program was started with: arguments, or environment variables where they are missing.
 *
 * @param dataset from {@code --data} or {@code SIMULATOR_DATA}; empty without
 * @param settings from the others
 */
record CommandLine(Dataset dataset, SimulatorSettings settings) {
    static final String USAGE =
            "--data FILE --port 0..65535 --host ADDRESS --latency 200ms --limits on|off";

    private static final List<String> OPTIONS =
            List.of("--data", "--port", "--host", "--latency", "--limits");

    /**
     * Reads the arguments.
     *
     * @throws BadData with one line that says what is allowed
     */
    static CommandLine read(List<String> arguments, Map<String, String> environment, Clock clock) {
        Map<String, String> options = new HashMap<>();
        for (String option : OPTIONS) {
            String set = environment.get("SIMULATOR_" + name(option));
            if (set != null) {
                options.put(option, set);
            }
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new BadData(arguments.get(i) + " is unknown or lacks a value: " + USAGE);
            }
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        String file = options.get("--data");
        return new CommandLine(
                file == null ? new Dataset(List.of()) : DataFile.read(Path.of(file), clock),
                settings(options).withClock(clock));
    }

    private static SimulatorSettings settings(Map<String, String> options) {
        Conditions conditions =
                Conditions.IDEAL
                        .withLatency(latency(options.get("--latency")))
                        .withLimits(limits(requireNonNullElse(options.get("--limits"), "on")));
        var settings = SimulatorSettings.defaults();
        return settings.withConditions(conditions)
                .withHost(requireNonNullElse(options.get("--host"), settings.host()))
                .withPort(port(requireNonNullElse(options.get("--port"), "0")));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new BadData("--port is '" + text + "', allowed: 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static Duration latency(@Nullable String text) {
        Duration latency = text == null ? Duration.ZERO : TimeText.duration(text);
        if (latency == null) {
            throw new BadData("--latency is '" + text + "', allowed: " + TimeText.DURATION_FORM);
        }
        return latency;
    }

    private static boolean limits(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new BadData("--limits is '" + text + "', allowed: on, off");
        };
    }

    private static String name(String option) {
        return option.substring("--".length()).toUpperCase(Locale.ROOT);
    }
}
