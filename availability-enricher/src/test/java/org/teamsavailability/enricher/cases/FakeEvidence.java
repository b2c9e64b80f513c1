package org.teamsavailability.enricher.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teamsavailability.enricher.cases.Case.Entry;
import org.teamsavailability.enricher.cases.Case.Presence;
import org.teamsavailability.rules.PresenceEvidence;
import org.teamsavailability.rules.PresenceEvidence.Seen;
import org.teamsavailability.rules.ReadFailure;
import org.teamsavailability.rules.Reason;
import org.teamsavailability.rules.RotaEvidence;
import org.teamsavailability.rules.Shift;
import org.teamsavailability.rules.TeamsEvidence;
import org.teamsavailability.rules.TimeOff;

/** Turns what Microsoft's servers do in a case into evidence, without any of what is between. */
final class FakeEvidence {

    private static final Set<String> CONSENT_REFUSED =
            Set.of("700016", "7000229", "7000112", "65001", "650056", "500021");
    private static final Set<String> OWN_CREDENTIALS = Set.of("7000215", "7000222", "700027");

    private FakeEvidence() {}

    static TeamsEvidence of(Case it) {
        Map<String, PresenceEvidence> presence = new HashMap<>();
        for (String technician : it.mapped()) {
            presence(it, it.accountOf(technician))
                    .ifPresent(seen -> presence.put(technician, seen));
        }
        Map<String, RotaEvidence> rota = new HashMap<>();
        for (String team : it.rotaTeams()) {
            rota(it, team).ifPresent(read -> rota.put(team, read));
        }
        return new TeamsEvidence(presence, rota);
    }

    private static Optional<PresenceEvidence> presence(Case it, String account) {
        Presence known = it.presence().getOrDefault(account, new Presence(null, null, false));
        return switch (fault(it, it.graph().presenceFault())) {
            case "hang" -> Optional.empty();
            case "ok" ->
                    Optional.of(
                            new Seen(
                                    known.availability(),
                                    known.activity(),
                                    known.outOfOffice(),
                                    it.now()));
            case String fault ->
                    Optional.of(new PresenceEvidence.Unread(failure(fault, "Presence.Read.All")));
        };
    }

    private static Optional<RotaEvidence> rota(Case it, String team) {
        return switch (fault(it, it.graph().rotaFault(team))) {
            case "hang" -> Optional.empty();
            case "ok" -> Optional.of(read(it, team));
            case "404", "not-provisioned" ->
                    Optional.of(
                            new RotaEvidence.Unread(ReadFailure.of(Reason.ROTA_NOT_PROVISIONED)));
            case String fault ->
                    Optional.of(new RotaEvidence.Unread(failure(fault, "Schedule.Read.All")));
        };
    }

    private static RotaEvidence read(Case it, String team) {
        return new RotaEvidence.Read(
                usable(it, it.shifts(), team, Shift::new),
                usable(it, it.timeOff(), team, TimeOff::new),
                unusable(it, it.shifts(), team),
                unusable(it, it.timeOff(), team),
                null,
                it.now());
    }

    private interface Row<T> {
        T of(String technician, Instant start, Instant end);
    }

    private static <T> List<T> usable(
            Case it, Map<String, List<Entry>> entries, String team, Row<T> row) {
        List<T> rows = new ArrayList<>();
        shared(entries, team)
                .forEach(entry -> {
                    Instant start = entry.start();
                    Instant end = entry.end();
                    if (start != null && end != null) {
                        technicians(it, entry).forEach(id -> rows.add(row.of(id, start, end)));
                    }
                });
        return rows;
    }

    private static Set<String> unusable(Case it, Map<String, List<Entry>> entries, String team) {
        return shared(entries, team)
                .filter(entry -> entry.start() == null || entry.end() == null)
                .flatMap(entry -> technicians(it, entry))
                .collect(Collectors.toSet());
    }

    private static Stream<Entry> shared(Map<String, List<Entry>> entries, String team) {
        return entries.getOrDefault(team, List.of()).stream()
                .filter(entry -> !entry.draft() && !entry.stagedForDeletion());
    }

    private static Stream<String> technicians(Case it, Entry entry) {
        return it.mapped().stream().filter(id -> it.accountOf(id).equals(entry.user()));
    }

    private static String fault(Case it, String ofRead) {
        String token = it.graph().tokenFault();
        return Case.Graph.isNothing(token) ? ofRead : token;
    }

    private static ReadFailure failure(String fault, String permission) {
        if (fault.startsWith("AADSTS")) {
            return refusedToken(fault.substring("AADSTS".length()));
        }
        return switch (fault) {
            case "403" -> new ReadFailure(Reason.PERMISSION_MISSING, permission, 403, "r-1", false);
            case "429" -> new ReadFailure(Reason.TEAMS_THROTTLED, null, 429, "r-1", false);
            case "502-html", "truncated" -> ReadFailure.of(Reason.TEAMS_UNREACHABLE);
            default ->
                    new ReadFailure(
                            Reason.TEAMS_UNREACHABLE, null, Integer.valueOf(fault), "r-1", false);
        };
    }

    private static ReadFailure refusedToken(String aadsts) {
        if (CONSENT_REFUSED.contains(aadsts)) {
            return new ReadFailure(Reason.CONSENT_REVOKED, null, 401, "r-1", false);
        }
        if (aadsts.equals("90055")) {
            return new ReadFailure(Reason.TEAMS_THROTTLED, null, 429, "r-1", false);
        }
        boolean own = OWN_CREDENTIALS.contains(aadsts);
        return new ReadFailure(Reason.TEAMS_UNREACHABLE, null, 401, "r-1", own);
    }
}
