package org.teamsavailability.enricher.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Answer;
import org.teamsavailability.rules.Fallback;
import org.teamsavailability.rules.Verdict;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.text.MessageKey;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.InstructionResult;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.RotaVerdict;
import org.teamsavailability.schemas.Signal;

/** Writes answers as records. The rules' words and the wire's are the same, name by name. */
public final class Answers {

    private Answers() {}

    /** The answer on the wire. */
    public static CandidateAvailability answer(
            DispatchRequested request, Answer answer, Instant decidedAt, boolean late) {
        return new CandidateAvailability(
                request.getRequestId(),
                request.getServiceDeskId(),
                request.getTicketId(),
                request.getWorkflowId(),
                request.getExecutionId(),
                decidedAt,
                AvailabilitySource.valueOf(answer.source().name()),
                answer.fallbacks().stream().map(Answers::fallback).toList(),
                answer.verdicts().stream().map(Answers::verdict).toList(),
                answer.instructions().stream().map(Answers::outcome).toList(),
                answer.nobodyAvailable(),
                answer.nextExpectedAt(),
                answer.runOutput(),
                late,
                answer.runOutputKey().name(),
                parameters(answer.runOutputKey()));
    }

    /**
     * The records for operations: each fallback except those that the workflow itself asked for.
     */
    public static List<FallbackReason> fallbacks(
            DispatchRequested request, Answer answer, Instant decidedAt) {
        return answer.fallbacks().stream()
                .filter(fallback -> fallback.reason().isForOperations())
                .map(fallback -> fallbackReason(request, fallback, decidedAt))
                .toList();
    }

    /**
     * Whether an answer comes after it was due.
     *
     * @param timestamp the request's record timestamp
     * @param answerWithin how long a request without {@code respondBy} may take
     */
    public static boolean isLate(
            DispatchRequested request,
            Instant timestamp,
            Duration answerWithin,
            Instant decidedAt) {
        Instant respondBy = request.getRespondBy();
        return decidedAt.isAfter(respondBy == null ? timestamp.plus(answerWithin) : respondBy);
    }

    private static org.teamsavailability.schemas.Fallback fallback(Fallback fallback) {
        return new org.teamsavailability.schemas.Fallback(
                Reason.valueOf(fallback.reason().name()),
                Signal.valueOf(fallback.signal().name()),
                fallback.message(),
                fallback.remedy(),
                fallback.messageKey().name(),
                fallback.remedyKey(),
                parameters(fallback.messageKey()));
    }

    private static CandidateVerdict verdict(Verdict verdict) {
        return new CandidateVerdict(
                verdict.technicianId(),
                PresenceVerdict.valueOf(verdict.presence().name()),
                RotaVerdict.valueOf(verdict.rota().name()),
                verdict.blocked(),
                Preference.valueOf(verdict.preference().name()),
                verdict.explanation(),
                verdict.presenceAgeMillis(),
                verdict.rotaAgeMillis(),
                verdict.explanationKey().name(),
                parameters(verdict.explanationKey()));
    }

    private static org.teamsavailability.schemas.InstructionOutcome outcome(
            InstructionOutcome outcome) {
        return new org.teamsavailability.schemas.InstructionOutcome(
                outcome.text(),
                InstructionResult.valueOf(outcome.outcome().name()),
                outcome.effect(),
                outcome.key().name(),
                parameters(outcome.key()));
    }

    private static @Nullable Map<String, String> parameters(MessageKey key) {
        return key.parameters().isEmpty() ? null : key.parameters();
    }

    private static FallbackReason fallbackReason(
            DispatchRequested request, Fallback fallback, Instant decidedAt) {
        return new FallbackReason(
                request.getRequestId(),
                request.getServiceDeskId(),
                request.getTicketId(),
                request.getWorkflowId(),
                Reason.valueOf(fallback.reason().name()),
                Signal.valueOf(fallback.signal().name()),
                fallback.message(),
                fallback.remedy(),
                fallback.graphStatus(),
                fallback.graphRequestId(),
                fallback.affectedCandidates(),
                decidedAt,
                fallback.messageKey().name(),
                fallback.remedyKey(),
                parameters(fallback.messageKey()));
    }
}
