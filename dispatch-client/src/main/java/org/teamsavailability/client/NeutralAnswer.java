package org.teamsavailability.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.RotaVerdict;

/**
 * The answer of a client that waits no longer: PSA_ONLY, nobody is blocked, everybody is NEUTRAL.
 *
 * <p>It names no fallback, because no reason of the list says why no answer came. It has the text
 * and the form that the enricher gives to candidates about whom it did not ask Microsoft.
 */
public final class NeutralAnswer {

    /** The {@code messageKey} by which a program tells this answer from the enricher's. */
    public static final String MESSAGE_KEY = "run-output.no-answer";

    static final String RUN_OUTPUT =
            "Teams availability did not answer in time — dispatch used PSA-only availability.";

    private static final String EXPLANATION =
            "Teams was not consulted, so judged on the other criteria only.";
    private static final String EXPLANATION_KEY = "explanation.not-consulted";

    private NeutralAnswer() {}

    /**
     * The neutral answer to this request, with a verdict for each candidate in its order.
     *
     * @param now its {@code decidedAt}
     */
    public static CandidateAvailability of(DispatchRequested request, Instant now) {
        var respondBy = request.getRespondBy();
        return CandidateAvailability.newBuilder()
                .setRequestId(request.getRequestId())
                .setServiceDeskId(request.getServiceDeskId())
                .setTicketId(request.getTicketId())
                .setWorkflowId(request.getWorkflowId())
                .setExecutionId(request.getExecutionId())
                .setDecidedAt(now.truncatedTo(ChronoUnit.MILLIS))
                .setSource(AvailabilitySource.PSA_ONLY)
                .setFallbacks(List.of())
                .setCandidates(
                        request.getCandidates().stream().map(NeutralAnswer::verdict).toList())
                .setInstructions(List.of())
                .setNobodyAvailable(false)
                .setRunOutput(RUN_OUTPUT)
                .setLate(respondBy == null || now.isAfter(respondBy))
                .setMessageKey(MESSAGE_KEY)
                .build();
    }

    private static CandidateVerdict verdict(Candidate candidate) {
        return CandidateVerdict.newBuilder()
                .setTechnicianId(candidate.getTechnicianId())
                .setPresence(PresenceVerdict.NOT_CONSULTED)
                .setRota(RotaVerdict.NOT_CONSULTED)
                .setBlocked(false)
                .setPreference(Preference.NEUTRAL)
                .setExplanation(EXPLANATION)
                .setMessageKey(EXPLANATION_KEY)
                .build();
    }
}
