package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.outbox.Kill.KilledException;

/** A relay that is killed between any two steps of a pass loses nothing. */
@Tag("slow")
class KilledRelayTest {

    /** Begin and end of: open, due, read, begin, three sends, commit, remove, due. */
    private static final int FEWEST_STEPS = 20;

    @AutoClose private final TestDatabase database = new TestDatabase();
    @AutoClose private final TestTopics topics = new TestTopics();
    private final DeskStory desk = new DeskStory(database, "northwind");

    @Test
    void losesNoChangeWhereverItIsKilled() {
        desk.technician("anna");
        desk.technician("ben");
        int step = 1;
        while (isKilledAt(step)) {
            step++;
        }

        assertThat(step).isGreaterThan(FEWEST_STEPS);
    }

    private boolean isKilledAt(int step) {
        desk.connected("tenant-" + step % 2);
        desk.mapped("anna", "tenant-1", "anna" + step);
        desk.mapped("ben", "tenant-0", "ben" + step);
        var kill = Kill.atStep(step);
        try (var killed = new RelayProcess(database, topics, kill);
                var next = new RelayProcess(database, topics, Kill.never())) {
            publishUntilKilled(killed);
            desk.mapped("ben", "tenant-0", "ben.b" + step);
            next.publishAll();
        }

        assertThat(topics.tables())
                .as("killed at step %d", step)
                .isEqualTo(ToBePublished.by(database));
        return kill.isDone();
    }

    private static void publishUntilKilled(RelayProcess process) {
        try {
            process.publishAll();
        } catch (KilledException _) {
            // as asked
        }
    }
}
