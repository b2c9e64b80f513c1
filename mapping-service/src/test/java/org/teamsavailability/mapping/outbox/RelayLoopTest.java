package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.outbox.RelayStatus.State;

/** Several instances at once. */
@Tag("slow")
class RelayLoopTest {

    @AutoClose private final TestDatabase database = new TestDatabase();
    @AutoClose private final TestTopics topics = new TestTopics();
    private final DeskStory desk = new DeskStory(database, "northwind");

    @AutoClose private final RelayProcess first = new RelayProcess(database, topics, Kill.never());

    @AutoClose private final RelayProcess second = new RelayProcess(database, topics, Kill.never());

    @BeforeEach
    void firstPublishesAndSecondStandsBy() {
        desk.connected("tenant-1");
        desk.technician("anna");
        first.runner().start();
        await().until(() -> first.status().state() == State.PUBLISHING);
        second.runner().start();
        await().until(() -> second.status().state() == State.STANDING_BY);
    }

    @Test
    void oneOfTwoPublishes() {
        desk.mapped("anna", "tenant-1", "anna");

        awaitThatTopicsAreAsTheDatabase();
        assertThat(first.metric("active")).isEqualTo(1);
        assertThat(first.metric("published")).isPositive();
        assertThat(second.metric("active")).isZero();
        assertThat(second.metric("published")).isZero();
    }

    @Test
    void theOtherTakesOverWhenOneStops() {
        first.runner().stop();
        desk.mapped("anna", "tenant-1", "anna");

        await().until(() -> second.status().state() == State.PUBLISHING);
        awaitThatTopicsAreAsTheDatabase();
        await().until(() -> first.status().state() == State.STOPPED);
    }

    @Test
    void whoLosesTheConnectionOfTheLockIsNotAloneInPublishing() {
        for (int i = 0; i < 5; i++) {
            endSessionsThatHoldTheLock();
            desk.mapped("anna", "tenant-1", "anna" + i);

            awaitThatTopicsAreAsTheDatabase();
        }

        await().until(() -> isPublishing(first) != isPublishing(second));
    }

    @Test
    void aFencedHolderStandsByAndLosesNothing() {
        try (var intruder = second.open()) {
            desk.mapped("anna", "tenant-1", "anna");
            var _ = new OutboxRelay(second.marks(), 10).pass(intruder);
        } catch (FencedException _) {
            // the holder, fenced as well, was faster
        }
        desk.mapped("anna", "tenant-1", "anna.b");

        awaitThatTopicsAreAsTheDatabase();
    }

    private void awaitThatTopicsAreAsTheDatabase() {
        await().untilAsserted(
                        () -> assertThat(topics.tables()).isEqualTo(ToBePublished.by(database)));
    }

    private static boolean isPublishing(RelayProcess relay) {
        return relay.status().state() == State.PUBLISHING;
    }

    private void endSessionsThatHoldTheLock() {
        var ended =
                database.asOwner()
                        .fetch(
                                """
                                select pg_terminate_backend(pid) from pg_locks
                                where locktype = 'advisory' and granted and objsubid = 1
                                  and database = (select oid from pg_database
                                    where datname = current_database())
                                """);
        assertThat(ended).hasSizeLessThanOrEqualTo(1);
    }
}
