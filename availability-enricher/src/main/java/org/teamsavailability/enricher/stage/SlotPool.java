package org.teamsavailability.enricher.stage;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a task. They are reused, so the store below has few keys and few tombstones; the
 * sequence number tells the occupants of one slot apart. Owned by the stream thread.
 */
final class SlotPool {

    private final @Nullable WaitingRequest[] occupants;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final Map<String, Integer> heldByDesk = new HashMap<>();
    private final int configuredSlots;
    private final int slotsPerDesk;
    private long lastSequence;
    private int held;

    /**
     * @param highestRestored the highest slot a restored request holds, -1 where there is none:
     *     such a request keeps its slot even where fewer slots are configured now
     */
    SlotPool(StageSettings settings, int highestRestored) {
        occupants = new @Nullable WaitingRequest[Math.max(settings.slots(), highestRestored + 1)];
        configuredSlots = settings.slots();
        slotsPerDesk = settings.slotsPerDesk();
        for (int slot = 0; slot < settings.slots(); slot++) {
            free.add(slot);
        }
    }

    /** Whether a request of this desk finds a slot. */
    boolean hasRoomFor(String desk) {
        return !free.isEmpty() && heldByDesk.getOrDefault(desk, 0) < slotsPerDesk;
    }

    /** The slot that the next request takes; call only where there is room. */
    int nextFree() {
        return free.getFirst();
    }

    /** The sequence number after all there were, those before the restart included. */
    long nextSequence() {
        return lastSequence + 1;
    }

    void seat(WaitingRequest occupant) {
        free.remove(occupant.slot());
        occupants[occupant.slot()] = occupant;
        lastSequence = Math.max(lastSequence, occupant.sequence());
        heldByDesk.merge(desk(occupant), 1, Integer::sum);
        held++;
    }

    void vacate(WaitingRequest occupant) {
        occupants[occupant.slot()] = null;
        if (occupant.slot() < configuredSlots) {
            free.addFirst(occupant.slot());
        }
        heldByDesk.computeIfPresent(desk(occupant), (_, count) -> count == 1 ? null : count - 1);
        held--;
    }

    /** The occupant a completion was meant for, or null where the slot has gone to another. */
    @Nullable WaitingRequest find(int slot, long sequence) {
        WaitingRequest occupant = occupants[slot];
        return occupant != null && occupant.sequence() == sequence ? occupant : null;
    }

    /** Those that have a slot. */
    Stream<WaitingRequest> occupants() {
        return Arrays.stream(occupants).flatMap(Stream::ofNullable);
    }

    boolean isEmpty() {
        return held == 0;
    }

    int held() {
        return held;
    }

    private static String desk(WaitingRequest occupant) {
        return occupant.taken().request().getServiceDeskId();
    }
}
