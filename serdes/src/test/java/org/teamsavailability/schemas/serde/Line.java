package org.teamsavailability.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The line to the registry: it can be cut, answer errors in its place, or say nothing. */
final class Line implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private final InetSocketAddress address;
    private final Socket port = new Socket();
    private final String registry;
    private volatile Answer answer = this::registrys;

    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    Line(Registry registry) throws IOException {
        this.registry = registry.url();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = server.getAddress();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + address.getPort();
    }

    int requests() {
        return requests.get();
    }

    /** Refuses connections from now on. The port stays taken, so that nobody else answers there. */
    void cut() throws IOException {
        server.stop(0);
        port.setReuseAddress(true);
        port.bind(address);
    }

    /** Answers as a proxy does whose registry is unavailable. */
    void answerWith(int status, String contentType, String body) {
        answer =
                exchange -> {
                    var bytes = body.getBytes(UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", contentType);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                };
    }

    void answerWith(int status) {
        answerWith(status, "text/html", "<html>Sorry</html>");
    }

    void sayNothing() {
        answer = _ -> closed.await();
    }

    void restore() {
        answer = this::registrys;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            answer.to(exchange);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void registrys(HttpExchange exchange) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(registry + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
        for (var header : List.of("Content-Type", "Accept")) {
            var value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        response.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(
                response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
        exchange.getResponseBody().write(response.body());
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.stop(0);
        port.close();
        threads.shutdownNow();
        client.shutdownNow();
    }
}
