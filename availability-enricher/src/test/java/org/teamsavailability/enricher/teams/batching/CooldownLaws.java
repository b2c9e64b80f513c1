package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.batching.FakeGraph.Call;
import org.teamsavailability.graph.MicrosoftTenant;

/** No call before {@code Retry-After} has passed, and then one at a time until one is answered. */
final class CooldownLaws {

    /** A workload of a tenant, or one team of it. */
    private record Thing(MicrosoftTenant tenant, boolean presence, @Nullable UUID team) {
        static Thing workloadOf(Call<?> call) {
            return new Thing(call.tenant(), call.kind() == ReadKind.PRESENCE, null);
        }

        static Thing teamOf(Call<?> call) {
            return new Thing(call.tenant(), false, call.ids().getFirst());
        }

        boolean isOtherTeamThan(Thing other) {
            return team != null && tenant.equals(other.tenant) && !team.equals(other.team);
        }
    }

    private static final class Cooldown {
        final Instant until;
        final List<Call<?>> probes = new ArrayList<>();

        Cooldown(Instant until) {
            this.until = until;
        }
    }

    private final List<String> broken;
    private final Map<Thing, Cooldown> cooldowns = new HashMap<>();

    CooldownLaws(List<String> broken) {
        this.broken = broken;
    }

    void closed(Call<?> call, boolean throttled, Instant until, Instant now) {
        if (!throttled || call.kind() == ReadKind.PRESENCE) {
            close(Thing.workloadOf(call), until);
            return;
        }
        Thing team = Thing.teamOf(call);
        Instant ofTeam = close(team, until);
        List<Instant> others =
                cooldowns.entrySet().stream()
                        .filter(it -> it.getKey().isOtherTeamThan(team))
                        .map(it -> it.getValue().until)
                        .filter(now::isBefore)
                        .toList();
        for (Instant other : others) {
            close(Thing.workloadOf(call), other.isAfter(ofTeam) ? other : ofTeam);
        }
    }

    private Instant close(Thing thing, Instant until) {
        Cooldown before = cooldowns.get(thing);
        if (before == null || until.isAfter(before.until)) {
            cooldowns.put(thing, new Cooldown(until));
            return until;
        }
        return before.until;
    }

    void answered(Call<?> call) {
        cooldowns.values().removeIf(cooldown -> cooldown.probes.contains(call));
    }

    void check(Call<?> call) {
        Instant now = call.startedAt();
        Stream<Thing> things =
                call.kind() == ReadKind.PRESENCE
                        ? Stream.of(Thing.workloadOf(call))
                        : Stream.of(Thing.workloadOf(call), Thing.teamOf(call));
        things.map(cooldowns::get)
                .flatMap(Stream::ofNullable)
                .forEach(cooldown -> {
                    if (now.isBefore(cooldown.until)) {
                        broken.add("a call before Retry-After had passed");
                    }
                    if (cooldown.probes.stream()
                            .anyMatch(it ->
                                    it.isOut() && now.isBefore(it.startedAt().plusSeconds(1)))) {
                        broken.add("a second probe call while the first is out");
                    }
                    cooldown.probes.add(call);
                });
    }
}
