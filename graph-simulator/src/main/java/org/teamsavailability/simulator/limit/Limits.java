package org.teamsavailability.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Charge;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.Scope;

/**
 * Microsoft's limits: presence 1,500 calls per 30 s and tenant (the lower of two documented
 * figures); everything under {@code /teams/{id}/schedule} 30 per second and tenant and 4 per second
 * and team; the directory a tenant's allowance of resource units per 10 s. One application is
 * assumed. Source: Microsoft Graph service-specific throttling limits, Microsoft Teams and identity
 * and access.
 */
public final class Limits {
    private static final Set<Call> SCHEDULES = Set.of(Call.SCHEDULE, Call.SHIFTS, Call.TIME_OFF);
    private static final Set<Call> DIRECTORY =
            Set.of(Call.GROUPS, Call.MEMBERS, Call.USERS, Call.ORGANIZATION);

    private final Penalties penalties;
    private final Map<Scope, RollingWindow> windows = new ConcurrentHashMap<>();
    private final Map<Scope, UnitWindow> units = new ConcurrentHashMap<>();

    public Limits(Penalties penalties) {
        this.penalties = penalties;
    }

    /**
     * The 429 of a call that arrives now; null where it is not one too many.
     *
     * @param enforced whether the limits are on; a client that was told to wait is held to it
     *     either way
     */
    public @Nullable Throttling check(RecognizedCall recognized, Instant now, boolean enforced) {
        Throttling early = penalties.refuse(recognized, now);
        Throttling exceeded =
                enforced && recognized.tenant() != null ? count(recognized, now) : null;
        return early != null ? early : exceeded;
    }

    /** Forgets what was counted. */
    public void clear() {
        windows.clear();
        units.clear();
    }

    private @Nullable Throttling count(RecognizedCall recognized, Instant now) {
        Throttling exceeded = null;
        for (Scope scope : limited(recognized)) {
            Duration wait = windows.computeIfAbsent(scope, Limits::window).count(now);
            if (wait != null) {
                exceeded = new Throttling(scope, RetryAfter.in(wholeSeconds(wait)), false);
            }
        }
        Charge charge = recognized.charge();
        return charge == null ? exceeded : count(charge, recognized.tenant(), now);
    }

    private @Nullable Throttling count(Charge charge, @Nullable UUID tenant, Instant now) {
        Scope scope = new Scope(tenant, DIRECTORY, null);
        Duration wait = units.computeIfAbsent(scope, _ -> new UnitWindow()).count(charge, now);
        return wait == null
                ? null
                : new Throttling(scope, RetryAfter.in(wholeSeconds(wait)), false);
    }

    private static List<Scope> limited(RecognizedCall recognized) {
        return switch (recognized.call()) {
            case TOKEN,
                    GROUPS,
                    MEMBERS,
                    USERS,
                    ORGANIZATION,
                    CONSENT,
                    AUTHORIZE,
                    SIGN_IN,
                    KEYS,
                    OTHER ->
                    List.of();
            case PRESENCE -> List.of(new Scope(recognized.tenant(), Set.of(Call.PRESENCE), null));
            case SCHEDULE, SHIFTS, TIME_OFF ->
                    Stream.of(
                                    new Scope(recognized.tenant(), SCHEDULES, null),
                                    new Scope(recognized.tenant(), SCHEDULES, recognized.team()))
                            .distinct()
                            .toList();
        };
    }

    private static RollingWindow window(Scope scope) {
        if (scope.calls().contains(Call.PRESENCE)) {
            return new RollingWindow(1500, Duration.ofSeconds(30));
        }
        return new RollingWindow(scope.team() == null ? 30 : 4, Duration.ofSeconds(1));
    }

    private static Duration wholeSeconds(Duration wait) {
        return Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds());
    }
}
