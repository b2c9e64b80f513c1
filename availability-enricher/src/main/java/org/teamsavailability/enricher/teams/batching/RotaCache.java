package org.teamsavailability.enricher.teams.batching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.RotaPage;

/** Parts of rotas, and which teams have a usable schedule. Any thread. */
final class RotaCache {

    // How long a team whose call hung is asked without keeping a permit from other teams.
    private static final Duration SLOW = Duration.ofMinutes(1);

    private final TtlCache<RotaPart, RotaPage> spans;
    private final TtlCache<UUID, RotaPage> schedules;
    private final TtlCache<UUID, AbsentSchedule> absences;
    private final TtlCache<UUID, RotaPage> longTimeOff;
    private final Duration longTimeOffAge;
    private final TtlCache<UUID, Boolean> slow;
    private final Duration scheduleAge;

    /** More tenants than one instance can serve. */
    private static final int MOST_TENANTS = 20_000;

    private final Cache<MicrosoftTenant, CircuitBreakers<RotaPart>> breakers =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST_TENANTS).build();

    RotaCache(GatewaySettings settings, InstantSource clock) {
        int teams = settings.memory().schedules();
        scheduleAge = settings.ages().schedule();
        spans =
                new TtlCache<>(
                        settings.ages().rota(),
                        settings.memory().spans(),
                        RotaCache::weight,
                        clock);
        schedules = new TtlCache<>(scheduleAge, teams, _ -> 1, clock);
        absences = new TtlCache<>(scheduleAge.multipliedBy(2), teams, _ -> 1, clock);
        longTimeOffAge = settings.longTimeOff().age();
        longTimeOff =
                new TtlCache<>(
                        settings.longTimeOff().served(),
                        settings.memory().spans(),
                        RotaCache::weight,
                        clock);
        slow = new TtlCache<>(SLOW, teams, _ -> 1, clock);
    }

    @Nullable Outcome<RotaPage> recall(MicrosoftTenant tenant, RotaPart part, Instant now) {
        return switch (part) {
            case RotaPart.Schedule(UUID team) -> schedule(tenant, team, now);
            case RotaPart.Shifts _, RotaPart.TimeOff _ -> spans.recall(tenant, part, now);
            case RotaPart.LongTimeOff(UUID team) -> {
                Outcome<RotaPage> all = longTimeOff.recall(tenant, team, now);
                yield all == null ? spans.recall(tenant, part, now) : all;
            }
            case RotaPart.ManyPages _, RotaPart.TimeOffPage _ -> null;
        };
    }

    private @Nullable Outcome<RotaPage> schedule(MicrosoftTenant tenant, UUID team, Instant now) {
        AbsentSchedule absent = absence(tenant, team, now);
        return absent != null && absent.holds(scheduleAge, now)
                ? new Outcome.Failed<>(absent.failure())
                : schedules.recall(tenant, team, now);
    }

    void remember(MicrosoftTenant tenant, RotaPart part, Outcome.Read<RotaPage> read) {
        slow.forget(tenant, part.team());
        switch (part) {
            case RotaPart.Schedule(UUID team) -> {
                absences.forget(tenant, team);
                schedules.remember(tenant, team, read, read.readAt());
            }
            case RotaPart.Shifts _, RotaPart.TimeOff _ ->
                    spans.remember(tenant, part, read, read.readAt());
            case RotaPart.LongTimeOff(UUID team) -> {
                if (read.value().nextLink() == null) {
                    longTimeOff.remember(tenant, team, read, read.readAt());
                } else {
                    spans.remember(tenant, part, read, read.readAt());
                }
            }
            case RotaPart.ManyPages(UUID team) ->
                    longTimeOff.remember(tenant, team, read, read.readAt());
            case RotaPart.TimeOffPage _ -> {}
        }
    }

    void rememberAbsence(MicrosoftTenant tenant, UUID team, GraphFailure failure, Instant at) {
        AbsentSchedule before = absence(tenant, team, at);
        AbsentSchedule absent =
                before == null
                        ? AbsentSchedule.first(failure, at)
                        : before.again(failure, scheduleAge, at);
        schedules.forget(tenant, team);
        absences.remember(tenant, team, new Outcome.Read<>(absent, at), at);
    }

    private @Nullable AbsentSchedule absence(MicrosoftTenant tenant, UUID team, Instant now) {
        return absences.recall(tenant, team, now) instanceof Outcome.Read<AbsentSchedule> known
                ? known.value()
                : null;
    }

    /** Whether a long read of time off is to be made again, while this one serves. */
    boolean isStale(Outcome<RotaPage> remembered, Instant now) {
        return remembered instanceof Outcome.Read<RotaPage> read
                && now.isAfter(read.readAt().plus(longTimeOffAge));
    }

    boolean isSlow(MicrosoftTenant tenant, UUID team, Instant now) {
        return slow.recall(tenant, team, now) != null;
    }

    void rememberSlow(MicrosoftTenant tenant, UUID team, Instant at) {
        slow.remember(tenant, team, new Outcome.Read<>(true, at), at);
    }

    private static int weight(Outcome<RotaPage> outcome) {
        return outcome instanceof Outcome.Read<RotaPage>(RotaPage read, _)
                ? 1 + read.rows().spans().size() + read.rows().unusable().size()
                : 1;
    }

    /** Each team has a breaker of its own, so that one that fails delays no other. */
    CircuitBreakers<RotaPart> breakers(MicrosoftTenant tenant) {
        return breakers.get(tenant, _ -> new CircuitBreakers<>(RotaPart::team));
    }

    /** The breakers of all tenants. */
    Collection<CircuitBreakers<RotaPart>> breakers() {
        return breakers.asMap().values();
    }
}
