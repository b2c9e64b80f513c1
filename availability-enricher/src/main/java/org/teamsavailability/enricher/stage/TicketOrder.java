package org.teamsavailability.enricher.stage;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.teamsavailability.schemas.DispatchRequested;

/** Keeps the answers of one ticket in the order of its requests. Owned by the stream thread. */
final class TicketOrder {

    private record Ticket(String serviceDeskId, String ticketId) {
        static Ticket of(DispatchRequested request) {
            return new Ticket(request.getServiceDeskId(), request.getTicketId());
        }
    }

    private final Map<Ticket, ArrayDeque<WaitingRequest>> waiting = new HashMap<>();

    /** Whether an earlier request of the same ticket is still without its answer. */
    boolean hasEarlierThan(DispatchRequested request) {
        return waiting.containsKey(Ticket.of(request));
    }

    void enqueue(WaitingRequest request) {
        waiting.computeIfAbsent(ticketOf(request), _ -> new ArrayDeque<>()).addLast(request);
    }

    /** Hands over the decided requests of this one's ticket, up to the first undecided. */
    void release(WaitingRequest decided, Consumer<WaitingRequest> inOrder) {
        var ticket = ticketOf(decided);
        var queue = waiting.get(ticket);
        while (queue != null && !queue.isEmpty() && queue.getFirst().decided()) {
            inOrder.accept(queue.removeFirst());
        }
        if (queue != null && queue.isEmpty()) {
            waiting.remove(ticket);
        }
    }

    private static Ticket ticketOf(WaitingRequest request) {
        return Ticket.of(request.accepted().request());
    }
}
