package org.teamsavailability.enricher.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Candidate;
import org.teamsavailability.rules.DispatchMode;
import org.teamsavailability.rules.DispatchQuestion;
import org.teamsavailability.rules.Problem;
import org.teamsavailability.rules.RequestTimes;
import org.teamsavailability.rules.RequestValidation;
import org.teamsavailability.rules.Slot;
import org.teamsavailability.rules.instruction.Instructions;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Guids;

/** Reads requests; what the rules cannot know of the wire is checked here. */
public final class Questions {

    private Questions() {}

    /**
     * Reads a request.
     *
     * @param key the key of its record, byte for byte
     */
    public static ReadQuestion read(byte[] key, DispatchRequested request) {
        var question = question(request);
        return new ReadQuestion(question, problem(key, request, question));
    }

    /** The question without what is free text or a time, for an answer that is final anyway. */
    public static DispatchQuestion bare(DispatchRequested request) {
        var settings = request.getTeamsAvailability();
        var candidates =
                request.getCandidates().stream()
                        .map(candidate -> new Candidate(candidate.getTechnicianId(), null))
                        .toList();
        return new DispatchQuestion(
                mode(request),
                null,
                null,
                candidates,
                true,
                settings.getRotaTeamIds(),
                Instructions.NONE);
    }

    private static DispatchQuestion question(DispatchRequested request) {
        var settings = request.getTeamsAvailability();
        return new DispatchQuestion(
                mode(request),
                slot(request.getProposedSlot()),
                slot(request.getPlanningWindow()),
                request.getCandidates().stream().map(Questions::candidate).toList(),
                settings.getEnabled(),
                settings.getRotaTeamIds().stream().map(Questions::canonical).toList(),
                Instructions.read(settings.getCustomInstructions(), request.getTicketPriority()));
    }

    /** GUIDs are compared without regard to case: one team in two spellings is one team. */
    private static String canonical(String team) {
        return Guids.isGuid(team) ? team.toLowerCase(Locale.ROOT) : team;
    }

    private static Candidate candidate(org.teamsavailability.schemas.Candidate candidate) {
        return new Candidate(candidate.getTechnicianId(), slot(candidate.getProposedSlot()));
    }

    private static @Nullable Slot slot(org.teamsavailability.schemas.@Nullable Slot slot) {
        return slot == null ? null : new Slot(slot.getStart(), slot.getEnd());
    }

    /** An unknown mode is invalid; whichever stands for it is never acted upon. */
    private static DispatchMode mode(DispatchRequested request) {
        return switch (request.getMode()) {
            case AI -> DispatchMode.AI;
            case ROUND_ROBIN, UNKNOWN -> DispatchMode.ROUND_ROBIN;
        };
    }

    private static @Nullable Problem problem(
            byte[] key, DispatchRequested request, DispatchQuestion question) {
        return Stream.<@Nullable Problem>of(
                        key(key, request),
                        RequestValidation.problemOfId("request", request.getRequestId()),
                        RequestValidation.problemOfId("service desk", request.getServiceDeskId()),
                        RequestValidation.problemOfId("ticket", request.getTicketId()),
                        knownMode(request),
                        RequestTimes.problemOfRespondBy(request.getRespondBy()),
                        RequestValidation.problemOf(question),
                        teams(question.rotaTeams()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Problem key(byte[] key, DispatchRequested request) {
        var expected = request.getServiceDeskId().getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(key, expected)
                ? null
                : Problem.wrongRecordKey(request.getServiceDeskId());
    }

    private static @Nullable Problem knownMode(DispatchRequested request) {
        return request.getMode() == org.teamsavailability.schemas.DispatchMode.UNKNOWN
                ? Problem.unknownMode()
                : null;
    }

    private static @Nullable Problem teams(List<String> rotaTeams) {
        return rotaTeams.stream()
                .filter(team -> !Guids.isGuid(team))
                .findFirst()
                .map(Problem::rotaTeamNotAGuid)
                .orElse(null);
    }
}
