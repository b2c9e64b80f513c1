package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;

/** A tenant is linked while a mapping's transaction is still open. */
@Tag("slow")
class ConcurrentConnectionTest {

    @AutoClose private final TestDatabase database = new TestDatabase();
    @AutoClose private final TestTopics topics = new TestTopics();
    private final DeskStory desk = new DeskStory(database, "northwind");

    @AutoClose private final RelayProcess relay = new RelayProcess(database, topics, Kill.never());

    private final AtomicBoolean connected = new AtomicBoolean();
    private final CountDownLatch mayCommit = new CountDownLatch(1);

    @Test
    void doesNotMissAMappingThatIsCommittedInBetween() throws Exception {
        desk.technician("anna");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var connecting =
                    database.transactions()
                            .in(
                                    desk.id(),
                                    transaction -> {
                                        desk.map(transaction, "anna", "tenant-1", "anna");
                                        var other = threads.submit(this::connectSlowly);
                                        await().until(() -> connected.get() || somebodyWaits());
                                        return other;
                                    });
            relay.publishAll();
            mayCommit.countDown();
            connecting.get();
        }

        relay.publishAll();

        assertThat(topics.tables())
                .containsKey("northwind/anna")
                .isEqualTo(ToBePublished.by(database));
    }

    private void connectSlowly() {
        database.transactions()
                .run(
                        desk.id(),
                        transaction -> {
                            desk.connect(transaction, "tenant-1");
                            connected.set(true);
                            awaitPermission();
                        });
    }

    private void awaitPermission() {
        try {
            mayCommit.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean somebodyWaits() {
        return database.asOwner()
                        .fetch(
                                "select pid from pg_locks where not granted and locktype ="
                                        + " 'advisory' and database = (select oid from pg_database"
                                        + " where datname = current_database())")
                        .size()
                == 1;
    }
}
