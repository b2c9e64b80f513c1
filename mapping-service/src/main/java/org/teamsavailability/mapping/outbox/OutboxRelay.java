package org.teamsavailability.mapping.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Publishes what is marked, in four steps: which marks are due, what do they stand for, publish it,
 * remove the marks. It may end at any point. Invariants:
 *
 * <ol>
 *   <li>A mark is removed only after a state at least as new as its version was published, so no
 *       change is lost; a change in between has given it another version.
 *   <li>A publisher sends only what was read after it was opened, and opening it fenced the former
 *       ones, so a key never goes back to an older state.
 * </ol>
 *
 * <p>The lock is not needed for either: it keeps instances from fencing each other all the time.
 */
final class OutboxRelay {

    private final Outbox marks;
    private final int batchSize;

    /**
     * @param batchSize most marks of one pass, 1 or more
     */
    OutboxRelay(Outbox marks, int batchSize) {
        this.marks = marks;
        this.batchSize = batchSize;
    }

    /**
     * What a pass did.
     *
     * @param published how many records
     * @param removed how many marks; fewer than published where some changed meanwhile
     * @param more whether there may be more to do at once
     */
    record Pass(int published, int removed, boolean more) {}

    /** One pass. */
    Pass pass(Publisher publisher) {
        var byDesk =
                marks.due(batchSize).stream()
                        .collect(
                                Collectors.groupingBy(
                                        OutboxEntry::serviceDeskId,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        if (byDesk.isEmpty()) {
            return new Pass(0, 0, false);
        }
        List<Publication> publications = new ArrayList<>();
        byDesk.forEach((desk, due) -> publications.addAll(marks.read(desk, due)));
        publisher.publish(publications);
        int removed = 0;
        for (var desk : byDesk.entrySet()) {
            removed += marks.remove(desk.getKey(), desk.getValue());
        }
        return new Pass(
                publications.size(), removed, removed > 0 && publications.size() >= batchSize);
    }
}
