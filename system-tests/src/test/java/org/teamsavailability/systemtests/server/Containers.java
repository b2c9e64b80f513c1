package org.teamsavailability.systemtests.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teamsavailability.localstack.server.Enricher;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.MappingService;
import org.teamsavailability.servers.Probes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.ProcessSpec;
import org.teamsavailability.servers.process.Server;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.servers.process.Workspace;
import org.teamsavailability.systemtests.chart.Container;

/**
 * Containers of the chart as processes of this machine: of their variables only those that name
 * ports are others, as they share the machine.
 */
public final class Containers {

    private final Workspace workspace;
    private final Installation home;
    private final Ports ports;
    private final Probes probes;

    Containers(Workspace workspace, Installation home, Ports ports, Probes probes) {
        this.workspace = workspace;
        this.home = home;
        this.ports = ports;
        this.probes = probes;
    }

    /**
     * A service that is going to work; not yet started.
     *
     * @param port of its API, where it has one
     */
    public Server service(String name, Container container, int port) {
        var management = ports.any();
        var here =
                container.with(
                        Map.of(
                                "SERVER_PORT",
                                Integer.toString(port),
                                "MANAGEMENT_SERVER_PORT",
                                Integer.toString(management)));
        var readiness = URI.create("http://localhost:" + management + "/actuator/health/readiness");
        return new Server(
                workspace,
                new ProcessSpec(
                        name,
                        program(name, container),
                        here.environment(),
                        () -> probes.answers(readiness),
                        StartTimeout.get()));
    }

    /** A command, or a service that ends by itself; not yet started. */
    public ProcessBuilder process(String name, Container container) {
        var anyPort = Map.of("SERVER_PORT", "0", "MANAGEMENT_SERVER_PORT", "0");
        var builder = new ProcessBuilder(program(name, container));
        builder.environment().putAll(container.with(anyPort).environment());
        return builder;
    }

    /** It ends with the stack at the latest. */
    public void guard(Process process) {
        workspace.started(process.toHandle());
    }

    /** Commands are of the enricher's image. */
    private List<String> program(String name, Container container) {
        var program =
                new ArrayList<>(
                        name.equals("mapping-service")
                                ? MappingService.command(home)
                                : Enricher.command(home));
        program.addAll(container.arguments());
        return program;
    }
}
