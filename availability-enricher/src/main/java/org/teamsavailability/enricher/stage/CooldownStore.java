package org.teamsavailability.enricher.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.teamsavailability.schemas.NotBefore;

/**
 * The store of the times before which Microsoft must not be called, so that a restart or another
 * instance keeps to them. Owned by the stream thread.
 */
final class CooldownStore {

    /** What is past for so long says nothing any more. */
    private static final Duration PAST = Duration.ofHours(1);

    private final KeyValueStore<String, NotBefore> store;

    CooldownStore(KeyValueStore<String, NotBefore> store) {
        this.store = store;
    }

    List<NotBefore> known() {
        var known = new ArrayList<NotBefore>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> known.add(entry.value));
        }
        return known;
    }

    /** Keeps the later of two times of the same thing, and forgets what is long past. */
    void put(NotBefore closing, Instant now) {
        var past = now.minus(PAST);
        for (var known : known()) {
            if (known.getNotBefore().isBefore(past)) {
                store.delete(key(known));
            }
        }
        var before = store.get(key(closing));
        if (before == null || closing.getNotBefore().isAfter(before.getNotBefore())) {
            store.put(key(closing), closing);
        }
    }

    private static String key(NotBefore closing) {
        var workload =
                String.join(
                        "/",
                        closing.getCloud(),
                        closing.getMicrosoftTenantId(),
                        closing.getWorkload());
        return closing.getTeamId() == null ? workload : workload + "/" + closing.getTeamId();
    }
}
