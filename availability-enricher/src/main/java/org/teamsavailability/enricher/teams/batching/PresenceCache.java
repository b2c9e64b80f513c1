package org.teamsavailability.enricher.teams.batching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;

/** Presences that are young enough, and the accounts that Graph refuses. Any thread. */
final class PresenceCache {

    private final TtlCache<UUID, PresenceSignal> presences;

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** More tenants than one instance can serve. */
    private static final int MOST_TENANTS = 20_000;

    private final TtlCache<UUID, PresenceSignal> badIds;
    private final Cache<MicrosoftTenant, Endpoint<UUID>> endpoints =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST_TENANTS).build();
    private final Cache<MicrosoftTenant, CircuitBreakers<UUID>> breakers =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST_TENANTS).build();

    private final Duration age;
    private final Duration askedWithin;
    private final boolean fillsCalls;
    private final Cache<MicrosoftTenant, RecentAccounts> recent;

    PresenceCache(GatewaySettings settings, InstantSource clock) {
        age = settings.ages().presence();
        Duration lately = settings.calls().fillAskedWithin();
        askedWithin = lately.compareTo(age) > 0 ? lately : age;
        fillsCalls = settings.calls().fillPresenceCalls() && !age.isZero();
        recent =
                Caffeine.newBuilder()
                        .expireAfterAccess(askedWithin.plus(GRACE))
                        .ticker(() -> clock.millis() * 1_000_000)
                        .executor(Runnable::run)
                        .maximumSize(MOST_TENANTS)
                        .build();
        presences =
                new TtlCache<>(
                        settings.ages().presence(), settings.memory().presences(), _ -> 1, clock);
        badIds = new TtlCache<>(settings.ages().badId(), settings.memory().badIds(), _ -> 1, clock);
    }

    @Nullable Outcome<PresenceSignal> recall(MicrosoftTenant tenant, UUID account, Instant now) {
        Outcome<PresenceSignal> known = presences.recall(tenant, account, now);
        if (known == null && isBad(tenant, account, now)) {
            // As if it was asked now: that it would be refused is known without a call.
            return new Outcome.Read<>(PresenceSignal.NONE, now);
        }
        return known;
    }

    void remember(MicrosoftTenant tenant, UUID account, PresenceSignal presence, Instant readAt) {
        presences.remember(tenant, account, new Outcome.Read<>(presence, readAt), readAt);
        if (fillsCalls) {
            recent(tenant).read(account, readAt);
        }
    }

    /** Requests ask for these accounts, whether or not they are cached. */
    void asked(MicrosoftTenant tenant, List<UUID> accounts, Instant now) {
        if (fillsCalls) {
            RecentAccounts ofTenant = recent(tenant);
            accounts.forEach(account -> ofTenant.asked(account, now));
        }
    }

    /**
     * Takes out accounts that a call may read along; empty where calls are not filled.
     *
     * @param free which accounts may be asked for now
     */
    List<UUID> takeAging(MicrosoftTenant tenant, int most, Predicate<UUID> free, Instant now) {
        return fillsCalls
                ? recent(tenant)
                        .takeAging(
                                most,
                                account -> free.test(account) && !isBad(tenant, account, now),
                                now)
                : List.of();
    }

    private RecentAccounts recent(MicrosoftTenant tenant) {
        return recent.get(tenant, _ -> new RecentAccounts(age, askedWithin));
    }

    private boolean isBad(MicrosoftTenant tenant, UUID account, Instant now) {
        return badIds.recall(tenant, account, now) != null;
    }

    /** What is remembered of this tenant's endpoint. */
    Endpoint<UUID> endpoint(MicrosoftTenant tenant) {
        return endpoints.get(tenant, _ -> new Endpoint<>());
    }

    /** All accounts of a tenant are read at one endpoint, and fail together. */
    CircuitBreakers<UUID> breakers(MicrosoftTenant tenant) {
        return breakers.get(tenant, _ -> new CircuitBreakers<>(_ -> tenant));
    }

    /** The breakers of all tenants. */
    Collection<CircuitBreakers<UUID>> breakers() {
        return breakers.asMap().values();
    }

    void rememberBad(MicrosoftTenant tenant, UUID account, Instant at) {
        badIds.remember(tenant, account, new Outcome.Read<>(PresenceSignal.NONE, at), at);
    }
}
