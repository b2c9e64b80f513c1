package org.teamsavailability.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.CredentialSource;

/** A login service and a Graph service that answer what a test tells them, over real HTTP. */
public final class ScriptedMicrosoft implements AutoCloseable {

    /** A call as the server got it. */
    public record Seen(String method, URI uri, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private final HttpServer server;
    private final InetSocketAddress address;
    private final Socket port = new Socket();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Seen> logins = new CopyOnWriteArrayList<>();
    private final List<Seen> reads = new CopyOnWriteArrayList<>();
    private volatile Function<Seen, Reply> login = _ -> Reply.token("token-" + logins.size());
    private volatile Function<Seen, Reply> graph = _ -> Reply.json(200, "{\"value\":[]}");

    public ScriptedMicrosoft() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        address = server.getAddress();
        server.createContext("/login/", exchange -> answer(exchange, logins, login));
        server.createContext("/graph/", exchange -> answer(exchange, reads, graph));
        server.setExecutor(threads);
        server.start();
    }

    public AppRegistration registration(CredentialSource credentials) {
        return new AppRegistration(
                "client-1",
                credentials,
                URI.create(url("/login")),
                URI.create(url("/graph/v1.0/")));
    }

    public AppRegistration registration() {
        return registration(new ClientCredential.Secret("the-secret"));
    }

    public String url(String path) {
        return "http://localhost:" + address.getPort() + path;
    }

    public void login(Function<Seen, Reply> script) {
        login = script;
    }

    public void graph(Function<Seen, Reply> script) {
        graph = script;
    }

    public void graph(Reply reply) {
        graph = _ -> reply;
    }

    public List<Seen> logins() {
        return logins;
    }

    public List<Seen> reads() {
        return reads;
    }

    private static void answer(HttpExchange exchange, List<Seen> seen, Function<Seen, Reply> script)
            throws IOException {
        try (exchange) {
            var call =
                    new Seen(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            seen.add(call);
            script.apply(call).sendTo(exchange);
        }
    }

    /** Refuses connections from now on. The port stays taken, so that nobody else answers there. */
    public void refuse() throws IOException {
        server.stop(0);
        port.setReuseAddress(true);
        port.bind(address);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            port.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server says. */
    public record Reply(int status, Map<String, String> headers, String body, int missingBytes) {

        public static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body, 0);
        }

        public static Reply html(int status) {
            return new Reply(
                    status, Map.of("Content-Type", "text/html"), "<html>Bad gateway</html>", 0);
        }

        public static Reply empty(int status) {
            return new Reply(status, Map.of(), "", 0);
        }

        public static Reply token(String token) {
            return json(
                    200,
                    """
                    {"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"%s"}
                    """
                            .formatted(token));
        }

        public static Reply aadsts(int status, int number) {
            return json(
                    status,
                    """
                    {"error":"invalid_client","error_description":"AADSTS%1$d: Some reason. Trace ID: x",
                     "error_codes":[%1$d],"trace_id":"0f0e0d0c-1111-2222-3333-444455556666"}
                    """
                            .formatted(number));
        }

        public Reply with(String header, String value) {
            var more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body, missingBytes);
        }

        /** The body ends before the length that was announced. */
        public Reply truncated() {
            return new Reply(status, headers, body, 10);
        }

        private void sendTo(HttpExchange exchange) throws IOException {
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes, 0, bytes.length - missingBytes);
                exchange.getResponseBody().flush();
            }
        }
    }
}
