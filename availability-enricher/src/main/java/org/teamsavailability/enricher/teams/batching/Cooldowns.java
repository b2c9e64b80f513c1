package org.teamsavailability.enricher.teams.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Cooldown;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.RetryTime;

/**
 * The cooldowns of one tenant's workload, as a whole or for single teams: a {@code Retry-After} has
 * not passed, or the probe call after it is not answered yet. Any thread.
 */
final class Cooldowns {

    /** A cooldown that ended so long ago, and was never probed since, is dropped. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final MicrosoftTenant tenant;
    private final Cooldown.Workload workload;
    private final Duration longest;
    private final Consumer<Cooldown> listener;
    private final Map<UUID, ActiveCooldown> teams = new HashMap<>();
    private @Nullable ActiveCooldown all;

    /**
     * @param longest a longer {@code Retry-After} counts as this
     * @param listener of each cooldown
     */
    Cooldowns(
            MicrosoftTenant tenant,
            Cooldown.Workload workload,
            Duration longest,
            Consumer<Cooldown> listener) {
        this.tenant = tenant;
        this.workload = workload;
        this.longest = longest;
        this.listener = listener;
    }

    /**
     * Starts a cooldown of the smallest part that a {@code Retry-After} can mean: after a 429 for a
     * team that team, otherwise the workload. Two teams that cool down at a time mean the workload.
     *
     * @param team whose schedule was asked for; null in other workloads
     */
    synchronized void close(
            @Nullable UUID team, GraphFailure failure, RetryTime retryTime, Instant now) {
        forgetOld(now);
        Instant longestUntil = now.plus(longest);
        Instant named = retryTime.notBefore();
        Instant until = named.isAfter(longestUntil) ? longestUntil : named;
        if (team == null || retryTime.ofToken() || !(failure instanceof GraphFailure.Throttled)) {
            all = later(all, new ActiveCooldown(failure, until));
            notifyListener(
                    retryTime.ofToken() ? Cooldown.Workload.TOKEN : workload, null, failure, until);
            return;
        }
        ActiveCooldown ofTeam = later(teams.get(team), new ActiveCooldown(failure, until));
        teams.put(team, ofTeam);
        notifyListener(workload, team, failure, until);
        teams.forEach((other, closed) -> {
            if (!other.equals(team) && closed.isClosedAt(now)) {
                ActiveCooldown latest = later(closed, ofTeam);
                all = later(all, new ActiveCooldown(latest.cause(), latest.notBefore()));
                notifyListener(workload, null, latest.cause(), latest.notBefore());
            }
        });
    }

    /** Restores a known cooldown without reporting it. */
    synchronized void restore(Cooldown known, Instant now) {
        Instant longestUntil = now.plus(longest);
        Instant until = known.notBefore().isAfter(longestUntil) ? longestUntil : known.notBefore();
        ActiveCooldown closed = new ActiveCooldown(known.cause(), until);
        if (known.team() == null) {
            all = later(all, closed);
        } else {
            teams.merge(known.team(), closed, Cooldowns::later);
        }
        forgetOld(now);
    }

    private void notifyListener(
            Cooldown.Workload what, @Nullable UUID team, GraphFailure failure, Instant until) {
        listener.accept(
                new Cooldown(
                        tenant,
                        what,
                        team,
                        until,
                        failure instanceof GraphFailure.Throttled,
                        failure.status()));
    }

    /** Why a call cannot start before this deadline; null where one can. */
    synchronized @Nullable GraphFailure closedUntil(@Nullable UUID team, Instant deadline) {
        return of(team).filter(closed -> !closed.notBefore().isBefore(deadline))
                .map(ActiveCooldown::cause)
                .findFirst()
                .orElse(null);
    }

    /** From when on a call may start; {@link Instant#MAX} where it depends on a probe call. */
    synchronized Instant opensAt(@Nullable UUID team) {
        return of(team).map(ActiveCooldown::opensAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /** A call that may start does; it is the probe call of what has just opened. */
    synchronized void started(@Nullable UUID team, CallPermit call) {
        of(team).forEach(closed -> closed.probedBy(call));
    }

    /**
     * A call is over.
     *
     * @param answered whether Microsoft answered it, be it with a refusal
     */
    synchronized void ended(CallPermit call, boolean answered) {
        if (answered) {
            teams.values().removeIf(closed -> closed.isProbedBy(call));
            all = all != null && all.isProbedBy(call) ? null : all;
        } else {
            Stream.concat(teams.values().stream(), Stream.ofNullable(all))
                    .filter(closed -> closed.isProbedBy(call))
                    .forEach(ActiveCooldown::probeEnded);
        }
    }

    /** Whether no cooldown is in force and none waits for its probe. */
    synchronized boolean isEmpty() {
        return all == null && teams.isEmpty();
    }

    /** How many cooldowns are such, of the workload and of teams. */
    synchronized int count(Predicate<ActiveCooldown> which) {
        int counted = all != null && which.test(all) ? 1 : 0;
        for (ActiveCooldown ofTeam : teams.values()) {
            counted += which.test(ofTeam) ? 1 : 0;
        }
        return counted;
    }

    private Stream<ActiveCooldown> of(@Nullable UUID team) {
        return Stream.concat(
                Stream.ofNullable(all),
                team == null ? Stream.of() : Stream.ofNullable(teams.get(team)));
    }

    private void forgetOld(Instant now) {
        Instant old = now.minus(FORGOTTEN);
        teams.values().removeIf(closed -> closed.notBefore().isBefore(old));
        all = all != null && all.notBefore().isBefore(old) ? null : all;
    }

    private static ActiveCooldown later(@Nullable ActiveCooldown one, ActiveCooldown other) {
        return one == null || other.notBefore().isAfter(one.notBefore()) ? other : one;
    }
}
