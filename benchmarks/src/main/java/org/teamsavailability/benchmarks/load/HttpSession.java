package org.teamsavailability.benchmarks.load;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.server.MappingProcess;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends each request as a call of its own, which waits for the answer as long as the service lets
 * it. HTTP/1.1 has one call at a time on a connection, so there are as many connections as calls
 * that wait. One thread of its own takes the responses.
 */
final class HttpSession implements Session {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MappingProcess service;
    private final Consumer<ReceivedAnswer> target;
    private final Statuses statuses = new Statuses();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("responses").daemon().factory());
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .executor(thread)
                    .build();
    private volatile @Nullable RuntimeException failure;

    HttpSession(MappingProcess service, Consumer<ReceivedAnswer> target) {
        this.service = service;
        this.target = target;
    }

    @Override
    public void send(DispatchRequested request) {
        var requestId = request.getRequestId();
        var _ =
                http.sendAsync(call(request), BodyHandlers.ofByteArray())
                        .whenCompleteAsync(
                                (response, _) -> ended(requestId, response, System.nanoTime()),
                                thread);
    }

    private HttpRequest call(DispatchRequested request) {
        var body = (ObjectNode) RecordWriter.write(request);
        body.remove("serviceDeskId");
        return HttpRequest.newBuilder(service.requests())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + service.key(request.getServiceDeskId()))
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
    }

    /** By the thread that takes the responses. */
    private void ended(String requestId, @Nullable HttpResponse<byte[]> response, long now) {
        try {
            if (response == null) {
                statuses.countNoResponse();
                return;
            }
            if (response.statusCode() == Statuses.ANSWERED) {
                var source = JSON.readTree(response.body()).path("source").asString();
                var fromTeams = source.equals(AvailabilitySource.TEAMS.name());
                target.accept(new ReceivedAnswer(requestId, fromTeams, now));
            }
            statuses.count(response.statusCode());
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** A call has left when it was sent. */
    @Override
    public void flush() {}

    @Override
    public void check() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Statuses statuses() {
        return statuses;
    }

    /** Calls that still wait are counted as ended without a response. */
    @Override
    public void close() {
        http.shutdownNow();
        http.close();
        thread.close();
    }
}
