package org.teamsavailability.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Plan.Ask;
import org.teamsavailability.rules.Plan.Settled;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.instruction.Policy;

/**
 * Decides dispatch questions: first what has to be asked of Teams, then the answer. Thread-safe.
 */
public final class Decision {

    private final Policy byDefault;
    private final Runnable unknownPresence;

    /**
     * @param imminentWindow how soon work has to start for a break to block it, 0 or more
     * @param unknownPresence called for each presence value that the rules do not know, without the
     *     value; on the deciding thread, so it must be quick and must not throw
     */
    public Decision(Duration imminentWindow, Runnable unknownPresence) {
        this.byDefault = Policy.byDefault(imminentWindow);
        this.unknownPresence = unknownPresence;
    }

    /**
     * Finds what has to be asked. The first reason that holds hides those after it, so what was not
     * looked up because of it may be anything.
     *
     * @param invalid what is wrong with the request, as {@link RequestValidation} and the reader of
     *     the record found; null where nothing is
     * @param expired whether the time to respond is over
     * @param mappedTechnicians the technicians, candidates or not, mapped to a Microsoft user
     */
    public Plan plan(
            DispatchQuestion question,
            @Nullable Problem invalid,
            boolean expired,
            DeskConnection connection,
            Set<String> mappedTechnicians,
            Instant now) {
        if (!question.enabled()) {
            return Plan.settled(Reason.TOGGLE_OFF);
        }
        if (invalid != null) {
            return new Settled(Reason.INVALID_REQUEST, invalid);
        }
        if (expired) {
            return Plan.settled(Reason.EXPIRED);
        }
        RequestedSignals requested =
                RequestedSignals.of(question, question.instructions().changing(byDefault));
        if (requested.nothing()) {
            return Plan.settled(Reason.IGNORED_BY_INSTRUCTION);
        }
        if (connection.state() == Connection.NOT_CONNECTED) {
            return Plan.settled(Reason.TEAMS_NOT_CONNECTED);
        }
        Set<String> mapped = mapped(question, mappedTechnicians);
        if (mapped.isEmpty()) {
            return Plan.settled(Reason.NO_CANDIDATES_MAPPED);
        }
        if (connection.state() == Connection.CONSENT_PENDING) {
            return Plan.settled(Reason.CONSENT_PENDING);
        }
        if (connection.state() == Connection.CONSENT_REVOKED) {
            return Plan.settled(Reason.CONSENT_REVOKED);
        }
        return ask(question, requested, connection.shiftsInCloud(), mapped, now);
    }

    /**
     * Decides. Never throws.
     *
     * @param plan for this question, made by {@link #plan} at any time before, or {@link
     *     Plan#settled} in place of an {@link Ask}
     * @param evidence what came; {@link TeamsEvidence#NONE} for a settled plan
     * @param now the decision clock; all that depends on time depends on it
     */
    public Answer decide(
            DispatchQuestion question, Plan plan, TeamsEvidence evidence, Instant now) {
        return switch (plan) {
            case Settled settled -> settled(question, settled, null);
            case Ask ask -> {
                ReadResults results = new ReadResults(ask, evidence);
                ReadFailure refusal = results.consentRevoked();
                yield refusal != null
                        ? settled(question, Plan.settled(Reason.CONSENT_REVOKED), refusal)
                        : judged(question, ask, results, now);
            }
        };
    }

    private static Set<String> mapped(DispatchQuestion question, Set<String> mappedTechnicians) {
        Set<String> mapped = new LinkedHashSet<>();
        for (Candidate candidate : question.candidates()) {
            if (mappedTechnicians.contains(candidate.technicianId())) {
                mapped.add(candidate.technicianId());
            }
        }
        return mapped;
    }

    private static Ask ask(
            DispatchQuestion question,
            RequestedSignals requested,
            boolean shiftsInCloud,
            Set<String> mapped,
            Instant now) {
        List<String> rotaTeams =
                requested.rota() && shiftsInCloud
                        ? question.rotaTeams().stream().distinct().toList()
                        : List.of();
        return new Ask(
                requested.presence(),
                rotaTeams,
                new Slots(question, now).toBeKnown(),
                mapped,
                requested.rota() && !shiftsInCloud);
    }

    private Answer settled(
            DispatchQuestion question, Settled settled, @Nullable ReadFailure refusal) {
        Policy policy = question.instructions().changing(byDefault);
        RequestedSignals requested = RequestedSignals.of(question, policy);
        // Where instructions ignore everything, it is what they ignored that is missing.
        boolean ignored = settled.reason() == Reason.IGNORED_BY_INSTRUCTION;
        RequestedSignals missing = ignored ? RequestedSignals.of(question, byDefault) : requested;
        Fallback fallback =
                Fallbacks.settled(settled, missing.signal(), refusal, question.candidates().size());
        boolean unmapped = settled.reason() == Reason.NO_CANDIDATES_MAPPED;
        List<InstructionOutcome> outcomes = question.instructions().outcomes(policy);
        return new Answer(
                AvailabilitySource.PSA_ONLY,
                List.of(fallback),
                Verdicts.without(question, requested, unmapped, policy),
                outcomes,
                false,
                null,
                RunOutput.ofFinal(fallback, outcomes),
                RunOutput.key(AvailabilitySource.PSA_ONLY, question.candidates().size(), 0, null));
    }

    private Answer judged(DispatchQuestion question, Ask ask, ReadResults results, Instant now) {
        Policy policy = question.instructions().changing(byDefault);
        RequestedSignals requested = RequestedSignals.of(question, policy);
        Verdicts verdicts =
                new Verdicts(question, ask, results, requested, policy, unknownPresence, now);
        List<Verdict> each = question.candidates().stream().map(verdicts::of).toList();
        boolean nobody = each.stream().allMatch(Verdict::blocked);
        NextExpected next = nobody ? verdicts.nextExpected() : null;
        List<InstructionOutcome> outcomes = question.instructions().outcomes(policy);
        return new Answer(
                results.source(),
                Fallbacks.of(results, each),
                each,
                outcomes,
                nobody,
                next == null ? null : next.at(),
                RunOutput.of(results, each, next, requested.rotaUse(), policy, outcomes),
                RunOutput.key(
                        results.source(),
                        each.size(),
                        each.stream().filter(Verdict::blocked).count(),
                        next));
    }
}
