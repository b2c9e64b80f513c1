package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.schemas.TechnicianMapping;

/** Random changes by several threads while relays are killed at random steps. */
@Tag("slow")
class RandomChangesTest {

    private static final int KILLS = 8;
    private static final int RELAYS = 2;
    private static final int WRITERS = 3;
    private static final List<String> TECHNICIANS = List.of("anna", "ben", "carla", "dora");

    @AutoClose private final TestDatabase database = new TestDatabase();
    @AutoClose private final TestTopics topics = new TestTopics();
    private final List<DeskStory> desks =
            IntStream.range(0, 3)
                    .mapToObj(number -> new DeskStory(database, "desk-" + number))
                    .toList();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final AtomicInteger kills = new AtomicInteger();

    @Test
    void theTopicsEndAsTheDatabaseAndNoKeyEverGoesBack() throws Exception {
        long seed = new Random().nextLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Void>>();
            for (int i = 0; i < RELAYS; i++) {
                work.add(runAndKill(new Random(seed + i)));
            }
            for (int i = 0; i < WRITERS; i++) {
                work.add(change(new Random(seed + RELAYS + i)));
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        try (var last = new RelayProcess(database, topics, Kill.never())) {
            last.publishAll();
        }
        assertThat(topics.tables()).as("seed %d", seed).isEqualTo(ToBePublished.by(database));
        assertThatNoKeyGoesBack(seed);
    }

    /** One instance after another, each killed at a random step. */
    private Callable<Void> runAndKill(Random random) {
        return () -> {
            while (kills.get() < KILLS) {
                var kill = Kill.atStep(10 + random.nextInt(60));
                try (var process = new RelayProcess(database, topics, kill)) {
                    process.runner().start();
                    await().atMost(Duration.ofMinutes(2))
                            .until(() -> kill.isDone() || kills.get() >= KILLS);
                }
                kills.addAndGet(kill.isDone() ? 1 : 0);
            }
            return null;
        };
    }

    private Callable<Void> change(Random random) {
        return () -> {
            while (kills.get() < KILLS) {
                changeSomething(random);
            }
            return null;
        };
    }

    private void changeSomething(Random random) {
        var desk = desks.get(random.nextInt(desks.size()));
        var technician = TECHNICIANS.get(random.nextInt(TECHNICIANS.size()));
        var tenant = desk.id() + "-tenant-" + random.nextInt(2);
        switch (random.nextInt(12)) {
            case 0 -> desk.connected(tenant);
            case 1 -> desk.disconnected();
            case 2 -> desk.consentRevoked();
            default -> change(desk, technician, tenant, random);
        }
    }

    /** One after the other for a technician, so that the later account is the later change. */
    private void change(DeskStory desk, String technician, String tenant, Random random) {
        synchronized (locks.computeIfAbsent(desk.id() + technician, _ -> new Object())) {
            switch (random.nextInt(9)) {
                case 0 -> desk.active(technician, false);
                case 1 -> desk.active(technician, true);
                case 2 -> desk.removed(technician);
                case 3 -> desk.unmapped(technician);
                case 4, 5 -> desk.technician(technician);
                default -> desk.mapped(technician, tenant, account(System.nanoTime()));
            }
        }
    }

    private static String account(long time) {
        return "%020d".formatted(time);
    }

    private void assertThatNoKeyGoesBack(long seed) {
        Map<String, String> newest = new HashMap<>();
        for (var read : topics.read()) {
            if (read.value() instanceof TechnicianMapping mapping) {
                var before = newest.put(read.key(), mapping.getUserPrincipalName());
                assertThat(before == null || before.compareTo(mapping.getUserPrincipalName()) <= 0)
                        .as("%s after %s, seed %d", mapping.getUserPrincipalName(), before, seed)
                        .isTrue();
            }
        }
    }
}
