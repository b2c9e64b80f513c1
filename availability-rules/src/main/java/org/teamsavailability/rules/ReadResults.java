package org.teamsavailability.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Plan.Ask;

/** What was read, and why the rest was not. */
final class ReadResults {

    private static final ReadFailure TOO_LATE = ReadFailure.of(Reason.TEAMS_TIMEOUT);

    /**
     * One account or team that could not be read.
     *
     * @param of the technician or the team
     */
    record UnreadItem(Signal signal, String of, ReadFailure failure) {}

    private final Ask ask;
    private final TeamsEvidence evidence;
    private final List<UnreadItem> unreadPresence = new ArrayList<>();
    private final List<UnreadItem> unreadRota = new ArrayList<>();
    private final RotaPicture rota;

    ReadResults(Ask ask, TeamsEvidence evidence) {
        this.ask = ask;
        this.evidence = evidence;
        if (ask.presence()) {
            for (String technicianId : ask.mapped()) {
                if (presenceOf(technicianId) instanceof PresenceEvidence.Unread(var failure)) {
                    unreadPresence.add(new UnreadItem(Signal.PRESENCE, technicianId, failure));
                }
            }
        }
        List<RotaEvidence.Read> teams = new ArrayList<>();
        for (String team : ask.rotaTeams()) {
            switch (evidence.rota().getOrDefault(team, new RotaEvidence.Unread(TOO_LATE))) {
                case RotaEvidence.Read read -> {
                    teams.add(read);
                    if (read.missingTimeOff() != null) {
                        unreadRota.add(new UnreadItem(Signal.ROTA, team, read.missingTimeOff()));
                    }
                }
                case RotaEvidence.Unread(var failure) ->
                        unreadRota.add(new UnreadItem(Signal.ROTA, team, failure));
            }
        }
        rota = new RotaPicture(teams, !ask.shiftsNotInCloud() && unreadRota.isEmpty());
    }

    PresenceEvidence presenceOf(String technicianId) {
        return evidence.presence()
                .getOrDefault(technicianId, new PresenceEvidence.Unread(TOO_LATE));
    }

    /** When a mapped technician's presence was read; null where it was not. */
    @Nullable Instant presenceReadAt(String technicianId) {
        return ask.presence() && presenceOf(technicianId) instanceof PresenceEvidence.Seen seen
                ? seen.readAt()
                : null;
    }

    RotaPicture rota() {
        return rota;
    }

    /** What could not be read: first presence, then the rota. */
    List<UnreadItem> unread() {
        List<UnreadItem> unread = new ArrayList<>(unreadPresence);
        unread.addAll(unreadRota);
        return unread;
    }

    boolean shiftsNotInCloud() {
        return ask.shiftsNotInCloud();
    }

    /** Consent that was refused half-way, which makes the answer final; null where it was not. */
    @Nullable ReadFailure consentRevoked() {
        return unread().stream()
                .map(UnreadItem::failure)
                .filter(failure -> failure.reason() == Reason.CONSENT_REVOKED)
                .findFirst()
                .orElse(null);
    }

    /** Whether presence was read, at least of one candidate. */
    boolean readPresence() {
        return ask.presence() && unreadPresence.size() < ask.mapped().size();
    }

    /** Whether the rota was read, at least of one team. */
    boolean readRota() {
        return rota.oldestReadAt() != null;
    }

    /** How much of what was wanted was read. */
    AvailabilitySource source() {
        if (!readPresence() && !readRota()) {
            return AvailabilitySource.PSA_ONLY;
        }
        return unreadPresence.isEmpty() && unreadRota.isEmpty() && !ask.shiftsNotInCloud()
                ? AvailabilitySource.TEAMS
                : AvailabilitySource.TEAMS_PARTIAL;
    }
}
