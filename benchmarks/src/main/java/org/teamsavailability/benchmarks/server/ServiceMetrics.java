package org.teamsavailability.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The metrics that a service shows for Prometheus. */
final class ServiceMetrics implements AutoCloseable {

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    ServiceMetrics(URI address) {
        this.address = address;
    }

    /**
     * The value of a metric that has one series.
     *
     * @throws IllegalStateException if the service does not show it
     */
    double value(String name) {
        return text().lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("%s is not at %s".formatted(name, address)));
    }

    private String text() {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException("The service does not answer at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading metrics", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
