package org.teamsavailability.systemtests.promises;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * Clients that change desks through the API without a pause, some of them the same desk at the same
 * time, until they are closed. What the mapping-service does not answer they let be.
 */
final class BusyClients implements AutoCloseable {

    private static final int OF_EACH_DESK = 2;
    private static final int TECHNICIANS = ServiceDesk.PEOPLE / 2;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();

    BusyClients(List<ServiceDesk> desks, long seed) {
        for (var desk : desks) {
            for (int client = 0; client < OF_EACH_DESK; client++) {
                var random = new Random(seed++);
                threads.execute(() -> work(desk, random));
            }
        }
    }

    /** How many changes were answered with success. */
    int done() {
        return done.get();
    }

    private void work(ServiceDesk desk, Random random) {
        while (!closed.get()) {
            try {
                change(desk, random);
            } catch (UncheckedIOException _) {
                awaitAnswering(desk);
            }
        }
    }

    private void change(ServiceDesk desk, Random random) {
        var technician = "tech-" + (1 + random.nextInt(TECHNICIANS));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> send(desk, "PUT", "technicians", bulk(desk, random));
            case 3, 4, 5, 6, 7 ->
                    send(
                            desk,
                            "PUT",
                            "technicians/" + technician + "/teams-mapping",
                            ServiceDesk.account(1 + random.nextInt(ServiceDesk.PEOPLE), desk));
            case 8 -> send(desk, "PUT", "technicians/" + technician + "/teams-mapping", nobody());
            case 9 -> send(desk, "DELETE", "technicians/" + technician, Map.of());
            case 10 -> send(desk, "POST", ServiceDesk.TEAMS + "auto-map?wait=5", Map.of());
            default -> reconnect(desk);
        }
    }

    private void reconnect(ServiceDesk desk) {
        send(desk, "DELETE", ServiceDesk.TEAMS + "connection?confirm=" + desk.id(), Map.of());
        if (connects(desk)) {
            done.incrementAndGet();
        }
    }

    /** False where another client of the desk comes between. */
    private static boolean connects(ServiceDesk desk) {
        try {
            desk.connect();
            return true;
        } catch (AssertionError | IllegalStateException _) {
            return false;
        }
    }

    /** It was killed meanwhile. */
    private void awaitAnswering(ServiceDesk desk) {
        await().atMost(StartTimeout.get())
                .ignoreExceptions()
                .until(() -> desk.api().send("GET", "technicians", null).statusCode() > 0);
    }

    private void send(ServiceDesk desk, String method, String path, Map<String, ?> body) {
        if (desk.api().send(method, path, body).statusCode() < 300) {
            done.incrementAndGet();
        }
    }

    private static Map<String, Object> bulk(ServiceDesk desk, Random random) {
        var rows = new ArrayList<Map<String, Object>>();
        IntStream.rangeClosed(1, TECHNICIANS)
                .filter(_ -> random.nextBoolean())
                .forEach(number ->
                        rows.add(
                                ServiceDesk.row(
                                        "tech-" + number,
                                        desk.address(number),
                                        random.nextInt(4) > 0)));
        rows.add(ServiceDesk.row("tech-0", "nobody@elsewhere.example", true));
        return Map.of("technicians", rows);
    }

    private static Map<String, String> nobody() {
        return Map.of("microsoftUserId", "", "userPrincipalName", "");
    }

    /** Returns when all of them have stopped. */
    @Override
    public void close() {
        closed.set(true);
        threads.close();
    }
}
