package org.teamsavailability.enricher.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.rules.Plan.Ask;

/** What came of asking: what was read, and what stood in the way of the rest. */
final class ReadResults {

    private static final ReadFailure TOO_LATE = ReadFailure.of(Reason.TEAMS_TIMEOUT);

    /**
     * One account or team that could not be read.
     *
     * @param of the technician or the team
     */
    record UnreadItem(Signal signal, String of, ReadFailure obstacle) {}

    private final Ask ask;
    private final TeamsEvidence evidence;
    private final List<UnreadItem> presenceGaps = new ArrayList<>();
    private final List<UnreadItem> rotaGaps = new ArrayList<>();
    private final RotaPicture rota;

    ReadResults(Ask ask, TeamsEvidence evidence) {
        this.ask = ask;
        this.evidence = evidence;
        if (ask.presence()) {
            for (String technicianId : ask.mapped()) {
                if (presenceOf(technicianId) instanceof PresenceEvidence.Unread(var obstacle)) {
                    presenceGaps.add(new UnreadItem(Signal.PRESENCE, technicianId, obstacle));
                }
            }
        }
        List<RotaEvidence.Read> teams = new ArrayList<>();
        for (String team : ask.rotaTeams()) {
            switch (evidence.rota().getOrDefault(team, new RotaEvidence.Unread(TOO_LATE))) {
                case RotaEvidence.Read read -> {
                    teams.add(read);
                    if (read.missingTimeOff() != null) {
                        rotaGaps.add(new UnreadItem(Signal.ROTA, team, read.missingTimeOff()));
                    }
                }
                case RotaEvidence.Unread(var obstacle) ->
                        rotaGaps.add(new UnreadItem(Signal.ROTA, team, obstacle));
            }
        }
        rota = new RotaPicture(teams, !ask.shiftsNotInCloud() && rotaGaps.isEmpty());
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
    List<UnreadItem> gaps() {
        List<UnreadItem> gaps = new ArrayList<>(presenceGaps);
        gaps.addAll(rotaGaps);
        return gaps;
    }

    boolean shiftsNotInCloud() {
        return ask.shiftsNotInCloud();
    }

    /** Consent that was refused half-way, which makes the answer final; null where it was not. */
    @Nullable ReadFailure consentRevoked() {
        return gaps().stream()
                .map(UnreadItem::obstacle)
                .filter(obstacle -> obstacle.reason() == Reason.CONSENT_REVOKED)
                .findFirst()
                .orElse(null);
    }

    /** Whether presence was read, be it of one candidate. */
    boolean readPresence() {
        return ask.presence() && presenceGaps.size() < ask.mapped().size();
    }

    /** Whether the rota was read, be it of one team. */
    boolean readRota() {
        return rota.oldestReadAt() != null;
    }

    /** How much of what was wanted was read. */
    AvailabilitySource source() {
        if (!readPresence() && !readRota()) {
            return AvailabilitySource.PSA_ONLY;
        }
        return presenceGaps.isEmpty() && rotaGaps.isEmpty() && !ask.shiftsNotInCloud()
                ? AvailabilitySource.TEAMS
                : AvailabilitySource.TEAMS_PARTIAL;
    }
}
