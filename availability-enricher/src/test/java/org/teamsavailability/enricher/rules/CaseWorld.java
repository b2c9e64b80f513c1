package org.teamsavailability.enricher.rules;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.rules.Case.Entry;
import org.teamsavailability.enricher.rules.Case.Presence;

/** Answers a case: turns what Microsoft's servers do in it into evidence, and decides. */
final class CaseWorld {

    private static final Set<String> CONSENT_REFUSED =
            Set.of("700016", "7000229", "7000112", "65001", "650056", "500021");
    private static final Set<String> OWN_CREDENTIALS = Set.of("7000215", "7000222", "700027");

    private final Decision decision = new Decision(Duration.ofHours(2), () -> {});

    Answer answer(Case it) {
        Plan plan =
                decision.plan(
                        it.question(),
                        null,
                        false,
                        new DeskConnection(Connection.GRANTED, true),
                        Set.copyOf(it.mapped()),
                        it.now());
        return decision.decide(it.question(), plan, evidence(it), it.now());
    }

    private static TeamsEvidence evidence(Case it) {
        Map<String, PresenceEvidence> presence = new HashMap<>();
        for (String technician : it.mapped()) {
            presence(it, technician).ifPresent(seen -> presence.put(technician, seen));
        }
        Map<String, RotaEvidence> rota = new HashMap<>();
        for (String team : it.question().rotaTeams()) {
            rota(it, team).ifPresent(read -> rota.put(team, read));
        }
        return new TeamsEvidence(presence, rota);
    }

    private static Optional<PresenceEvidence> presence(Case it, String technician) {
        String fault = fault(it, it.graph().presence());
        if (fault.equals("hang")) {
            return Optional.empty();
        }
        if (!fault.equals("ok")) {
            return Optional.of(new PresenceEvidence.Unread(obstacle(fault, "Presence.Read.All")));
        }
        Presence seen = it.presence().getOrDefault(technician, new Presence(null, null, false));
        return Optional.of(
                new PresenceEvidence.Seen(
                        seen.availability(), seen.activity(), seen.outOfOffice(), it.now()));
    }

    private static Optional<RotaEvidence> rota(Case it, String team) {
        Map<String, String> faults = it.graph().shifts();
        String fault = fault(it, faults == null ? null : faults.get(team));
        if (fault.equals("hang")) {
            return Optional.empty();
        }
        if (!fault.equals("ok")) {
            return Optional.of(new RotaEvidence.Unread(obstacle(fault, "Schedule.Read.All")));
        }
        return Optional.of(
                new RotaEvidence.Read(
                        shared(it.shifts(), team).stream()
                                .map(e -> new Shift(e.user(), e.start(), e.end()))
                                .toList(),
                        shared(it.timeOff(), team).stream()
                                .map(e -> new TimeOff(e.user(), e.start(), e.end()))
                                .toList(),
                        it.now()));
    }

    private static List<Entry> shared(Map<String, List<Entry>> entries, String team) {
        return entries.getOrDefault(team, List.of()).stream()
                .filter(entry -> !entry.draft() && !entry.stagedForDeletion())
                .toList();
    }

    private static String fault(Case it, @Nullable String ofRead) {
        String token = it.graph().token();
        if (token != null && !token.equals("ok")) {
            return token;
        }
        return ofRead == null ? "ok" : ofRead;
    }

    private static Obstacle obstacle(String fault, String permission) {
        if (fault.startsWith("AADSTS")) {
            return refusedToken(fault.substring("AADSTS".length()));
        }
        return switch (fault) {
            case "403" -> new Obstacle(Reason.PERMISSION_MISSING, permission, 403, "r-1", false);
            case "429" -> new Obstacle(Reason.TEAMS_THROTTLED, null, 429, "r-1", false);
            case "404", "not-provisioned" -> Obstacle.of(Reason.ROTA_NOT_PROVISIONED);
            case "502-html", "truncated" -> Obstacle.of(Reason.TEAMS_UNREACHABLE);
            default ->
                    new Obstacle(
                            Reason.TEAMS_UNREACHABLE, null, Integer.valueOf(fault), "r-1", false);
        };
    }

    private static Obstacle refusedToken(String aadsts) {
        if (CONSENT_REFUSED.contains(aadsts)) {
            return new Obstacle(Reason.CONSENT_REVOKED, null, 401, "r-1", false);
        }
        if (aadsts.equals("90055")) {
            return new Obstacle(Reason.TEAMS_THROTTLED, null, 429, "r-1", false);
        }
        boolean own = OWN_CREDENTIALS.contains(aadsts);
        return new Obstacle(Reason.TEAMS_UNREACHABLE, null, 401, "r-1", own);
    }
}
