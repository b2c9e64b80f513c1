package org.teamsavailability.enricher.stage;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a task, as a free list. They are reused, so the store below has few keys and few
 * tombstones; the sequence number tells the requests of one slot apart. Owned by the stream thread.
 */
final class SlotPool {

    private final @Nullable WaitingRequest[] bySlot;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final Map<String, Integer> heldByDesk = new HashMap<>();
    private final int configuredSlots;
    private final int slotsPerDesk;
    private final int slotsWithReserve;
    private long lastSequence;
    private int held;

    /**
     * @param highestRestored the highest slot a restored request holds, -1 where there is none:
     *     such a request keeps its slot even where fewer slots are configured now
     */
    SlotPool(StageSettings settings, int highestRestored) {
        configuredSlots = settings.slots();
        slotsPerDesk = settings.slotsPerDesk();
        slotsWithReserve = configuredSlots + slotsPerDesk;
        bySlot = new @Nullable WaitingRequest[Math.max(slotsWithReserve, highestRestored + 1)];
        for (int slot = 0; slot < slotsWithReserve; slot++) {
            free.add(slot);
        }
    }

    /**
     * Whether a request of this desk finds a slot. A desk that is alone may hold all of them, and
     * no more than its share while others hold some. Where one holds more than its share, the
     * others find a reserve.
     */
    boolean hasRoomFor(String desk) {
        int heldByThis = heldByDesk.getOrDefault(desk, 0);
        return heldByThis < slotsPerDesk
                ? held < configuredSlots || (held < slotsWithReserve && anyHoldsMoreThanItsShare())
                : held < configuredSlots && heldByThis == held;
    }

    private boolean anyHoldsMoreThanItsShare() {
        return heldByDesk.values().stream().anyMatch(slots -> slots > slotsPerDesk);
    }

    /** The slot that the next request takes; call only where there is room. */
    int nextFree() {
        return free.getFirst();
    }

    /** The sequence number after all there were, those before the restart included. */
    long nextSequence() {
        return lastSequence + 1;
    }

    void add(WaitingRequest request) {
        free.remove(request.slot());
        bySlot[request.slot()] = request;
        lastSequence = Math.max(lastSequence, request.sequence());
        heldByDesk.merge(desk(request), 1, Integer::sum);
        held++;
    }

    void release(WaitingRequest request) {
        bySlot[request.slot()] = null;
        if (request.slot() < slotsWithReserve) {
            free.addFirst(request.slot());
        }
        heldByDesk.computeIfPresent(desk(request), (_, count) -> count == 1 ? null : count - 1);
        held--;
    }

    /** The request that a completion names; null where the slot was reused. */
    @Nullable WaitingRequest find(int slot, long sequence) {
        WaitingRequest request = bySlot[slot];
        return request != null && request.sequence() == sequence ? request : null;
    }

    /** Those that have a slot. */
    Stream<WaitingRequest> waiting() {
        return Arrays.stream(bySlot).flatMap(Stream::ofNullable);
    }

    boolean isEmpty() {
        return held == 0;
    }

    int held() {
        return held;
    }

    private static String desk(WaitingRequest request) {
        return request.accepted().request().getServiceDeskId();
    }
}
