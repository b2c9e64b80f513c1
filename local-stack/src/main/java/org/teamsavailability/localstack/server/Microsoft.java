package org.teamsavailability.localstack.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.servers.process.ServerFailedException;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Dataset;

/** Microsoft's side of the stack: the simulator, or nothing where the real one is used. */
final class Microsoft implements AutoCloseable {

    static final String NAME = "Microsoft simulator";
    static final int USUAL_PORT = 9700;

    /** How the variables of each of Microsoft's clouds end; the simulator plays all of them. */
    private static final List<String> CLOUDS = List.of("", "_US_GOV_L4", "_US_GOV_L5", "_CHINA");

    private final @Nullable Dataset dataset;
    private final int port;
    private volatile @Nullable GraphSimulator simulator;

    /**
     * @param dataset what is simulated; null where nothing is
     */
    Microsoft(@Nullable Dataset dataset, int port) {
        this.dataset = dataset;
        this.port = port;
    }

    /** Null where it is not simulated. */
    @Nullable String address() {
        return dataset == null ? null : "http://127.0.0.1:" + port;
    }

    /**
     * By which a service finds it, where it is simulated.
     *
     * @param others variables in addition to these, and before them
     */
    Map<String, String> environment(Map<String, String> others) {
        var all = new HashMap<String, String>();
        var address = address();
        if (address != null) {
            CLOUDS.forEach(cloud -> all.putAll(environment(cloud, address)));
        }
        all.putAll(others);
        return all;
    }

    private static Map<String, String> environment(String cloud, String address) {
        return Map.of(
                "MICROSOFT_LOGIN_URL" + cloud,
                address,
                "MICROSOFT_GRAPH_URL" + cloud,
                address + "/v1.0",
                "MICROSOFT_CLIENT_ID" + cloud,
                "00000000-0000-4000-8000-000000009700",
                "MICROSOFT_CLIENT_SECRET" + cloud,
                "any secret opens the simulator",
                // Whatever is set for a real one.
                "MICROSOFT_CLIENT_SECRET_FILE" + cloud,
                "",
                "MICROSOFT_CLIENT_SECRET_EXPIRES" + cloud,
                "",
                "MICROSOFT_CLIENT_CERTIFICATE" + cloud,
                "");
    }

    /** Starts it, where it is simulated. */
    void start(Progress progress) {
        var address = address();
        if (address != null) {
            progress.timed(NAME, address, this::start);
        }
    }

    private void start() {
        try {
            simulator =
                    GraphSimulator.start(
                            Objects.requireNonNull(dataset),
                            SimulatorSettings.defaults().withPort(port));
        } catch (IllegalStateException e) {
            throw ServerFailedException.cannotListen(NAME, String.valueOf(e.getMessage()));
        }
    }

    /** Null until it is started, and where it is not simulated. */
    @Nullable GraphSimulator simulator() {
        return simulator;
    }

    @Override
    public void close() {
        var running = simulator;
        if (running != null) {
            running.close();
        }
    }
}
