package org.teamsavailability.systemtests.promises;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Where services send their spans, as a collector takes them: by OTLP over HTTP. What came is
 * searched unchanged: names and texts are in it in plain, ids as bytes.
 */
final class TraceSink implements AutoCloseable {

    private final HttpServer server;
    private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();

    private TraceSink(HttpServer server) {
        this.server = server;
    }

    static TraceSink open() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var sink = new TraceSink(HttpServer.create(address, 0));
            sink.server.createContext(
                    "/v1/traces",
                    exchange -> {
                        sink.received.add(exchange.getRequestBody().readAllBytes());
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            sink.server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a collector of traces", e);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Whether a batch holds all of these texts. */
    boolean hold(String... texts) {
        return received.stream()
                .map(TraceSink::text)
                .anyMatch(batch -> {
                    for (String text : texts) {
                        if (!batch.contains(text)) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /** A trace id as it is in a batch. */
    static String id(String hex) {
        return text(HexFormat.of().parseHex(hex));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
