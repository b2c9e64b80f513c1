package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The management endpoints of a service. */
final class Management implements AutoCloseable {

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    Management(String address) {
        this.address = address;
    }

    HttpResponse<String> get(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(Duration.ofSeconds(60))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The service does not answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for " + path, e);
        }
    }

    /** How many requests wait in the asynchronous stage. */
    int pendingRequests() {
        return (int) meter("teams_availability_pending_requests");
    }

    /** The value of a meter without tags. */
    double meter(String name) {
        var values =
                get("/actuator/prometheus")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .toList();
        assertThat(values).as(name).hasSize(1);
        return Double.parseDouble(values.getFirst());
    }

    @Override
    public void close() {
        http.close();
    }
}
