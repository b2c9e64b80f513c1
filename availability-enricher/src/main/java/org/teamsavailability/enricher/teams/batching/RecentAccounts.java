package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one tenant that requests asked for lately, with the age of what was read of them.
 * A presence call that has room takes those along whose evidence is past half of its age limit, so
 * that the next request finds them in the cache.
 *
 * <p>{@link #asked} runs on any thread. The rest is touched only in the executor of the tenant's
 * queue, of which there is one at a time.
 */
final class RecentAccounts {

    /** Far more than a tenant's technicians; what is beyond is not taken along. */
    private static final int MOST = 100_000;

    private static final class Recent {
        private volatile Instant askedAt;
        private @Nullable Instant readAt;

        Recent(Instant askedAt) {
            this.askedAt = askedAt;
        }
    }

    private record ReadOf(UUID account, Instant readAt) {}

    private final Duration age;
    private final Duration askedWithin;
    private final Map<UUID, Recent> recent = new ConcurrentHashMap<>();
    private final Deque<ReadOf> oldestFirst = new ArrayDeque<>();

    /**
     * @param age the age limit of presence
     * @param askedWithin an account that nobody asked for in this time is not read again; {@code
     *     age} or more
     */
    RecentAccounts(Duration age, Duration askedWithin) {
        this.age = age;
        this.askedWithin = askedWithin;
    }

    /** A request asks for an account, whether or not the cache has it. */
    void asked(UUID account, Instant now) {
        Recent known = recent.get(account);
        if (known != null) {
            known.askedAt = now;
        } else if (recent.size() < MOST) {
            recent.put(account, new Recent(now));
        }
    }

    /** An account was read, for a request or along with one. */
    void read(UUID account, Instant readAt) {
        Recent known = recent.get(account);
        if (known != null) {
            known.readAt = readAt;
            oldestFirst.addLast(new ReadOf(account, readAt));
        }
    }

    /**
     * Takes out the accounts that are worth reading again, the oldest evidence first.
     *
     * @param most how many at most, 0 or more
     * @param free which accounts may be asked for now
     */
    List<UUID> takeAging(int most, Predicate<UUID> free, Instant now) {
        Instant aging = now.minus(age.dividedBy(2));
        Instant asked = now.minus(askedWithin);
        List<UUID> taken = new ArrayList<>();
        while (taken.size() < most
                && !oldestFirst.isEmpty()
                && oldestFirst.getFirst().readAt().isBefore(aging)) {
            ReadOf oldest = oldestFirst.removeFirst();
            UUID account = oldest.account();
            Recent known = recent.get(account);
            if (known == null || !oldest.readAt().equals(known.readAt)) {
                continue; // it was read again since
            }
            known.readAt = null; // two calls may have read it at the same moment
            if (known.askedAt.isBefore(asked)) {
                recent.remove(account);
            } else if (free.test(account)) {
                taken.add(account);
            }
        }
        return taken;
    }
}
