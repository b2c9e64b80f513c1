package org.teamsavailability.enricher.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.teamsavailability.schemas.NotBefore;

/**
 * The store of the cooldowns of Microsoft's {@code Retry-After}, so that a restart or another
 * instance obeys them. Owned by the stream thread.
 */
final class CooldownStore {

    /** A cooldown that ended so long ago is dropped. */
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

    /** Keeps the later of two cooldowns of the same part, and drops those that ended long ago. */
    void put(NotBefore cooldown, Instant now) {
        var past = now.minus(PAST);
        for (var known : known()) {
            if (known.getNotBefore().isBefore(past)) {
                store.delete(key(known));
            }
        }
        var before = store.get(key(cooldown));
        if (before == null || cooldown.getNotBefore().isAfter(before.getNotBefore())) {
            store.put(key(cooldown), cooldown);
        }
    }

    private static String key(NotBefore cooldown) {
        var workload =
                String.join(
                        "/",
                        cooldown.getCloud(),
                        cooldown.getMicrosoftTenantId(),
                        cooldown.getWorkload());
        return cooldown.getTeamId() == null ? workload : workload + "/" + cooldown.getTeamId();
    }
}
