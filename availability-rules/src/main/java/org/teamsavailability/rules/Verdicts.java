package org.teamsavailability.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.Plan.Ask;
import org.teamsavailability.rules.instruction.Policy;
import org.teamsavailability.rules.text.MessageKey;

/** Gives each candidate of one question its verdict. */
final class Verdicts {

    private final DispatchQuestion question;
    private final Ask ask;
    private final ReadResults results;
    private final boolean rotaWanted;
    private final Policy policy;
    private final Instant now;
    private final Slots slots;
    private final PresenceRule presenceRule;
    private final RotaRule rotaRule;
    private final Explanations explanations;

    Verdicts(
            DispatchQuestion question,
            Ask ask,
            ReadResults results,
            RequestedSignals requested,
            Policy policy,
            Runnable unknownPresence,
            Instant now) {
        this.ask = ask;
        this.results = results;
        this.question = question;
        this.rotaWanted = requested.rota();
        this.policy = policy;
        this.now = now;
        this.slots = new Slots(question, now);
        this.presenceRule = new PresenceRule(policy, unknownPresence);
        this.rotaRule = new RotaRule(results.rota(), slots.planningWindow(), policy);
        this.explanations = new Explanations(policy);
    }

    Verdict of(Candidate candidate) {
        String technicianId = candidate.technicianId();
        boolean mapped = ask.mapped().contains(technicianId);
        Span slot = slots.of(candidate);
        PresenceVerdict presence = presence(technicianId, mapped);
        RotaVerdict rota = rota(technicianId, mapped, slot);
        boolean blocked = presenceRule.blocks(presence, slot, now);
        Preference preference = rotaRule.preference(rota);
        return new Verdict(
                technicianId,
                presence,
                rota,
                blocked,
                preference,
                explanations.of(presence, rota, blocked, preference),
                explanations.keyOf(presence, rota, blocked, preference),
                mapped ? age(results.presenceReadAt(technicianId)) : null,
                mapped ? age(results.rota().oldestReadAt()) : null);
    }

    /**
     * When somebody is expected to be available where everybody is blocked: the end of the imminent
     * window, since work that starts later is not blocked, or a shift that begins before.
     */
    NextExpected nextExpected() {
        Instant notBlocked = now.plus(policy.imminentWindow());
        return question.candidates().stream()
                .flatMap(it -> results.rota().shiftsOf(it.technicianId()).stream())
                .map(Span::start)
                .filter(start -> start.isAfter(now) && start.isBefore(notBlocked))
                .min(Comparator.naturalOrder())
                .map(start -> new NextExpected(start, true))
                .orElseGet(() -> new NextExpected(notBlocked, false));
    }

    /**
     * The verdicts where nothing was consulted.
     *
     * @param unmapped whether that is because nobody is mapped
     */
    static List<Verdict> without(
            DispatchQuestion question,
            RequestedSignals requested,
            boolean unmapped,
            Policy policy) {
        if (question.candidates().size() > RequestValidation.MOST_CANDIDATES) {
            return List.of();
        }
        PresenceVerdict presence =
                unmapped && requested.presence()
                        ? PresenceVerdict.UNMAPPED
                        : PresenceVerdict.NOT_CONSULTED;
        RotaVerdict rota =
                unmapped && requested.rota() ? RotaVerdict.UNMAPPED : RotaVerdict.NOT_CONSULTED;
        Explanations explanations = new Explanations(policy);
        String explanation = explanations.of(presence, rota, false, Preference.NEUTRAL);
        MessageKey key = explanations.keyOf(presence, rota, false, Preference.NEUTRAL);
        return question.candidates().stream()
                .map(candidate ->
                        new Verdict(
                                candidate.technicianId(),
                                presence,
                                rota,
                                false,
                                Preference.NEUTRAL,
                                explanation,
                                key,
                                null,
                                null))
                .toList();
    }

    private PresenceVerdict presence(String technicianId, boolean mapped) {
        if (!ask.presence()) {
            return PresenceVerdict.NOT_CONSULTED;
        }
        return mapped
                ? presenceRule.verdict(results.presenceOf(technicianId))
                : PresenceVerdict.UNMAPPED;
    }

    private RotaVerdict rota(String technicianId, boolean mapped, Span slot) {
        if (!rotaWanted) {
            return RotaVerdict.NOT_CONSULTED;
        }
        return mapped ? rotaRule.verdict(technicianId, slot) : RotaVerdict.UNMAPPED;
    }

    private @Nullable Long age(@Nullable Instant readAt) {
        return readAt == null ? null : Math.max(0, Duration.between(readAt, now).toMillis());
    }
}
