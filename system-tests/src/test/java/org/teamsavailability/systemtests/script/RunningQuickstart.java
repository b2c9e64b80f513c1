package org.teamsavailability.systemtests.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.teamsavailability.localstack.command.Commands;
import org.teamsavailability.localstack.command.PortFile;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.operations.console.Console;

/**
 * A program {@code quickstart} for shell lines, whose commands run in this process: a JVM for each
 * of them would take seconds.
 */
public final class RunningQuickstart implements AutoCloseable {

    private final HttpServer server;
    private final PortFile portFile;

    /**
     * Puts the program there.
     *
     * @param directory where the shell lines are run
     * @param stack the one that is up
     */
    public RunningQuickstart(Path directory, Endpoints stack) throws IOException {
        portFile = new PortFile(directory.resolve("stack.json"));
        portFile.write(stack);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var program = directory.resolve("quickstart");
        Files.writeString(
                program,
                """
                #!/usr/bin/env bash
                printf '%%s\\0' "$@" |
                  curl -sS --fail-with-body --noproxy '*' --data-binary @- http://127.0.0.1:%d/
                """
                        .formatted(server.getAddress().getPort()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var arguments = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var printed = new ByteArrayOutputStream();
            int code = run(printed, arguments.split("\0"));
            exchange.sendResponseHeaders(code == 0 ? 200 : 400, 0);
            printed.writeTo(exchange.getResponseBody());
        }
    }

    /** Runs a command as the program does; returns its exit code. */
    public int run(ByteArrayOutputStream printed, String... arguments) {
        var out = new PrintStream(printed, true, UTF_8);
        return new Commands(Map.of(), new Console(out, out, Clock.systemUTC()), portFile)
                .run(arguments);
    }

    @Override
    public void close() {
        server.stop(0);
        portFile.remove();
    }
}
