package org.teamsavailability.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All who wait for an answer, by service desk and request. Several may wait for the same request.
 * May be used by any number of threads.
 */
final class Waiters {

    private final int most;
    private final Map<String, Map<String, List<AwaitedAnswer>>> byDesk = new HashMap<>();
    private int size;

    /**
     * @param most how many may wait at once
     */
    Waiters(int most) {
        this.most = most;
    }

    /**
     * Adds one.
     *
     * @throws TooManyWaitingException if as many wait as may
     */
    synchronized void add(AwaitedAnswer waiter) {
        if (size == most) {
            throw new TooManyWaitingException(most);
        }
        byDesk.computeIfAbsent(waiter.key().serviceDeskId(), desk -> new HashMap<>())
                .computeIfAbsent(waiter.key().requestId(), request -> new ArrayList<>(1))
                .add(waiter);
        size++;
    }

    /** Removes one; does nothing if it is not there. */
    synchronized void remove(AwaitedAnswer waiter) {
        var desk = byDesk.get(waiter.key().serviceDeskId());
        var same = desk == null ? null : desk.get(waiter.key().requestId());
        if (desk == null || same == null || !same.remove(waiter)) {
            return;
        }
        size--;
        if (same.isEmpty()) {
            desk.remove(waiter.key().requestId());
        }
        if (desk.isEmpty()) {
            byDesk.remove(waiter.key().serviceDeskId());
        }
    }

    /** Whether anybody waits for an answer of this service desk. */
    synchronized boolean hasAny(String serviceDeskId) {
        return byDesk.containsKey(serviceDeskId);
    }

    /** Those who wait for the answer to this request. */
    synchronized List<AwaitedAnswer> of(RequestKey key) {
        return List.copyOf(
                byDesk.getOrDefault(key.serviceDeskId(), Map.of())
                        .getOrDefault(key.requestId(), List.of()));
    }

    synchronized List<AwaitedAnswer> all() {
        return byDesk.values().stream()
                .flatMap(desk -> desk.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    synchronized int size() {
        return size;
    }
}
