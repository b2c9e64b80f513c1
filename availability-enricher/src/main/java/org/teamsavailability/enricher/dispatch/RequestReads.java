package org.teamsavailability.enricher.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.RotaSpan;
import org.teamsavailability.graph.TeamRota;
import org.teamsavailability.rules.Plan;
import org.teamsavailability.rules.PresenceEvidence;
import org.teamsavailability.rules.ReadFailure;
import org.teamsavailability.rules.Reason;
import org.teamsavailability.rules.RotaEvidence;
import org.teamsavailability.rules.Shift;
import org.teamsavailability.rules.TeamsEvidence;
import org.teamsavailability.rules.TimeOff;

/** What one request asks of Teams: in technicians and teams to the rules, in GUIDs to Graph. */
final class RequestReads {

    private final Plan.Ask plan;
    private final Map<String, UUID> accounts;
    private final @Nullable SignalReads<PresenceSignal> presence;
    private final @Nullable SignalReads<TeamRota> rota;

    /** Starts asking; nothing of it blocks. */
    RequestReads(
            TeamsGateway gateway,
            AgeLimits limits,
            MicrosoftTenant tenant,
            Plan.Ask plan,
            Map<String, UUID> accounts,
            Instant deadline,
            Priority priority) {
        this.plan = plan;
        this.accounts = accounts;
        this.presence =
                plan.presence()
                        ? new SignalReads<>(
                                new HashSet<>(accounts.values()),
                                limits.presence(),
                                asked -> gateway.presence(tenant, asked, deadline, priority))
                        : null;
        this.rota =
                plan.rotaTeams().isEmpty()
                        ? null
                        : new SignalReads<>(
                                teams(plan),
                                limits.rota(),
                                asked ->
                                        gateway.rota(
                                                tenant,
                                                asked,
                                                UtcDays.first(plan.window()),
                                                UtcDays.last(plan.window()),
                                                deadline));
    }

    private static Set<UUID> teams(Plan.Ask plan) {
        Set<UUID> teams = new LinkedHashSet<>();
        plan.rotaTeams().forEach(team -> teams.add(UUID.fromString(team)));
        return teams;
    }

    CompletableFuture<?> settled() {
        return CompletableFuture.allOf(
                Stream.concat(settled(presence), settled(rota))
                        .toArray(CompletableFuture<?>[]::new));
    }

    private static Stream<CompletableFuture<?>> settled(@Nullable SignalReads<?> signal) {
        return signal == null ? Stream.empty() : signal.settled();
    }

    /**
     * Asks again for what will be too old.
     *
     * @param by when it will be decided
     * @return completes when all that is asked has its outcome
     */
    CompletableFuture<?> askAgain(Instant now, Instant by) {
        if (presence != null) {
            presence.askAgain(now, by);
        }
        if (rota != null) {
            rota.askAgain(now, by);
        }
        return settled();
    }

    /** What is known now; what is missing did not come in time, or is too old. */
    TeamsEvidence evidence(Instant now) {
        return new TeamsEvidence(presenceEvidence(now), rotaEvidence(now));
    }

    private Map<String, PresenceEvidence> presenceEvidence(Instant now) {
        var evidence = new HashMap<String, PresenceEvidence>();
        if (presence != null) {
            var outcomes = presence.known(now);
            accounts.forEach((technicianId, account) -> {
                var outcome = outcomes.get(account);
                if (outcome != null) {
                    evidence.put(technicianId, presenceEvidence(outcome));
                }
            });
        }
        return evidence;
    }

    private static PresenceEvidence presenceEvidence(Outcome<PresenceSignal> outcome) {
        return switch (outcome) {
            case Outcome.Read<PresenceSignal>(var signal, var readAt) ->
                    new PresenceEvidence.Seen(
                            signal.availability(), signal.activity(), signal.outOfOffice(), readAt);
            case Outcome.Failed<PresenceSignal>(var failure) ->
                    new PresenceEvidence.Unread(ReadFailures.of(failure));
        };
    }

    private Map<String, RotaEvidence> rotaEvidence(Instant now) {
        var evidence = new HashMap<String, RotaEvidence>();
        if (rota != null) {
            var outcomes = rota.known(now);
            for (String team : plan.rotaTeams()) {
                var outcome = outcomes.get(UUID.fromString(team));
                if (outcome != null) {
                    evidence.put(team, rotaEvidence(outcome));
                }
            }
        }
        return evidence;
    }

    private RotaEvidence rotaEvidence(Outcome<TeamRota> outcome) {
        return switch (outcome) {
            case Outcome.Read<TeamRota>(var read, var readAt) -> rotaEvidence(read, readAt);
            case Outcome.Failed<TeamRota>(var failure) ->
                    new RotaEvidence.Unread(ReadFailures.of(failure));
        };
    }

    private RotaEvidence rotaEvidence(TeamRota read, Instant readAt) {
        List<Shift> shifts = new ArrayList<>();
        List<TimeOff> timeOff = new ArrayList<>();
        Set<String> unusableShifts = new HashSet<>();
        Set<String> unusableTimeOff = new HashSet<>();
        accounts.forEach((technicianId, account) -> {
            for (RotaSpan span : read.shiftsOf(account)) {
                shifts.add(new Shift(technicianId, span.start(), span.end()));
            }
            for (RotaSpan span : read.timeOffOf(account)) {
                timeOff.add(new TimeOff(technicianId, span.start(), span.end()));
            }
            if (read.hasUnusableShift(account)) {
                unusableShifts.add(technicianId);
            }
            if (read.hasUnusableTimeOff(account)) {
                unusableTimeOff.add(technicianId);
            }
        });
        return new RotaEvidence.Read(
                shifts, timeOff, unusableShifts, unusableTimeOff, missingTimeOff(read), readAt);
    }

    private static @Nullable ReadFailure missingTimeOff(TeamRota read) {
        if (read.hasAllTimeOff()) {
            return null;
        }
        return read.missingTimeOff() == null
                ? ReadFailure.of(Reason.TEAMS_TIMEOUT)
                : ReadFailures.of(read.missingTimeOff());
    }
}
