package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.batching.FakeGraph.Call;
import org.teamsavailability.graph.MicrosoftTenant;

/** What holds for every call at the moment it starts. */
final class CallLaws {

    private record Workload(MicrosoftTenant tenant, boolean presence) {
        static Workload of(Call<?> call) {
            return new Workload(call.tenant(), call.kind() == ReadKind.PRESENCE);
        }
    }

    /** What fails together: a tenant's presence, or one of its teams. */
    private record Breaker(MicrosoftTenant tenant, @Nullable UUID team) {
        static Breaker of(Call<?> call) {
            boolean presence = call.kind() == ReadKind.PRESENCE;
            return new Breaker(call.tenant(), presence ? null : call.ids().getFirst());
        }
    }

    private final List<String> broken;
    private final List<Call<?>> started = new ArrayList<>();
    private final Set<UUID> hung = new HashSet<>();
    private final List<Call<?>> answered = new ArrayList<>();
    private final Map<UUID, Instant> refusedSince = new HashMap<>();
    private final Map<UUID, Instant> lastRead = new HashMap<>();
    private final Map<UUID, Instant> badSince = new HashMap<>();
    private final Map<Breaker, Integer> failuresInARow = new HashMap<>();

    CallLaws(List<String> broken) {
        this.broken = broken;
    }

    void answered(Call<?> call, Instant now) {
        if (call.kind() == ReadKind.PRESENCE) {
            answered.add(call);
            call.ids().forEach(refusedSince::remove);
            call.ids().forEach(id -> lastRead.put(id, now));
        }
    }

    /** Microsoft did not serve it. */
    void failed(Call<?> call) {
        failuresInARow.merge(Breaker.of(call), 1, Integer::sum);
    }

    /** Microsoft served it, or said why not. */
    void served(Call<?> call) {
        failuresInARow.remove(Breaker.of(call));
    }

    void refused(Call<?> call, Instant now) {
        if (call.kind() == ReadKind.PRESENCE) {
            call.ids().forEach(id -> refusedSince.putIfAbsent(id, now));
        }
    }

    /** The gateway took the id of this call for invalid. */
    void foundInvalid(Call<?> call, Instant now) {
        UUID id = call.ids().getFirst();
        check(call.ids().size() == 1, "an id was found invalid that was not refused alone");
        check(
                answered.stream()
                        .anyMatch(other ->
                                other.tenant().equals(call.tenant())
                                        && !other.startedAt().isBefore(refusedSince.get(id))),
                "an id was found invalid and nobody had been answered since its refusal");
        badSince.put(id, now);
    }

    void check(Call<?> call, List<WatchedTeamsRead<?>> teamsReads) {
        Workload workload = Workload.of(call);
        Instant now = call.startedAt();
        List<Call<?>> before =
                started.stream()
                        .filter(c -> Workload.of(c).equals(workload))
                        .<Call<?>>map(c -> c)
                        .toList();
        List<Call<?>> out = before.stream().filter(Call::isOut).<Call<?>>map(c -> c).toList();
        started.add(call);

        check(
                isSlow(call)
                        || out.stream().filter(c -> !isOverdue(c, now) && !isSlow(c)).count() < 4,
                "more than four calls in flight that do not hang");
        check(
                out.size() < (workload.presence() ? 8 : 28),
                "more calls out than there is room for those that hang");
        check(
                call.ids().stream().allMatch(id -> callsFor(id, call, out) < 2),
                "more than two calls for the same read");
        check(
                !workload.presence()
                        || before.isEmpty()
                        || !now.isBefore(before.getLast().startedAt().plusMillis(20)),
                "less than 20 ms between starts");
        if (!workload.presence()) {
            var lastSecond =
                    before.stream()
                            .filter(c -> now.isBefore(c.startedAt().plusSeconds(1)))
                            .toList();
            check(lastSecond.size() < 30, "more than thirty schedule calls in a second");
            check(
                    lastSecond.stream().filter(c -> c.ids().equals(call.ids())).count() < 4,
                    "more than four calls of a team in a second");
        }
        Breaker breaker = Breaker.of(call);
        check(
                failuresInARow.getOrDefault(breaker, 0) < 5
                        || before.stream()
                                .filter(c -> Breaker.of(c).equals(breaker))
                                .noneMatch(c -> now.isBefore(c.startedAt().plusSeconds(1))),
                "more than one call a second after five failures in a row");
        check(call.ids().size() <= 650, "more than 650 ids");
        check(new HashSet<>(call.ids()).size() == call.ids().size(), "an id twice in a call");
        check(
                isProbeOfKnownGood(call)
                        || out.stream().noneMatch(c -> asksTheSame(c, call) && !isOverdue(c, now)),
                "asked for what is in flight already");
        boolean anyWaitedFor =
                call.ids().stream().anyMatch(id -> isWaitedFor(call, id, teamsReads));
        for (UUID id : call.ids()) {
            check(isOf(call.tenant(), id), "another tenant's id");
            check(
                    isWaitedFor(call, id, teamsReads)
                            || isProbeOfKnownGood(call)
                            || (anyWaitedFor && isAging(call, id, teamsReads)),
                    "asked for what nobody waits for");
            check(!workload.presence() || !isBad(id, now), "a bad id was sent within ten minutes");
        }
    }

    private static boolean isWaitedFor(
            Call<?> call, UUID id, List<WatchedTeamsRead<?>> teamsReads) {
        return teamsReads.stream()
                .anyMatch(i ->
                        i.waitsFor(
                                call.tenant(),
                                call.kind() == ReadKind.PRESENCE,
                                id,
                                call.startedAt()));
    }

    /**
     * A call with room may read again what was asked for within the age limit and was read more
     * than half of it ago, unless it was refused since.
     */
    private boolean isAging(Call<?> call, UUID id, List<WatchedTeamsRead<?>> teamsReads) {
        Instant now = call.startedAt();
        Instant readAt = lastRead.get(id);
        return call.kind() == ReadKind.PRESENCE
                && readAt != null
                && readAt.isBefore(now.minusMillis(2_500))
                && !refusedSince.containsKey(id)
                && teamsReads.stream()
                        .anyMatch(i -> i.askedFor(call.tenant(), id, now.minusSeconds(5)));
    }

    /** Whether a call for this team has ever been out for a second. */
    private boolean isSlow(Call<?> call) {
        started.stream().filter(Call::isOut).forEach(c -> releaseHungPermits(c, call.startedAt()));
        return call.kind() != ReadKind.PRESENCE && hung.contains(call.ids().getFirst());
    }

    /** To be told of each call that returns. */
    void releaseHungPermits(Call<?> call, Instant now) {
        if (isOverdue(call, now)) {
            hung.addAll(call.ids());
        }
    }

    /** A probe asks alone for an id that was answered before, to see if everybody is refused. */
    private boolean isProbeOfKnownGood(Call<?> call) {
        return call.ids().size() == 1
                && !refusedSince.isEmpty()
                && answered.stream().anyMatch(before -> before.ids().containsAll(call.ids()));
    }

    private static boolean isOverdue(Call<?> call, Instant now) {
        return !now.isBefore(call.startedAt().plusSeconds(1));
    }

    private static boolean asksTheSame(Call<?> one, Call<?> other) {
        return one.kind() == other.kind()
                && one.days().equals(other.days())
                && one.ids().stream().anyMatch(new HashSet<>(other.ids())::contains);
    }

    /** How many of the calls that are out read the same of this id. */
    private static long callsFor(UUID id, Call<?> like, List<Call<?>> out) {
        return out.stream()
                .filter(c -> c.kind() == like.kind() && c.days().equals(like.days()))
                .filter(c -> c.ids().contains(id))
                .count();
    }

    private boolean isBad(UUID id, Instant now) {
        Instant since = badSince.get(id);
        return since != null && !now.isAfter(since.plus(Duration.ofMinutes(10)));
    }

    /** Every id carries its tenant. */
    static boolean isOf(MicrosoftTenant tenant, UUID id) {
        return tenant.id().getLeastSignificantBits() == id.getMostSignificantBits();
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
