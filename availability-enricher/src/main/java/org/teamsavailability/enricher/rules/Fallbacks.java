package org.teamsavailability.enricher.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the fallbacks of an answer from its reasons. */
final class Fallbacks {

    private Fallbacks() {}

    /**
     * A final reason stands alone.
     *
     * @param signal what is missing because of it
     * @param refusal how Microsoft refused, where that settled it
     */
    static Fallback settled(
            Plan.Settled settled, Signal signal, @Nullable ReadFailure refusal, int candidates) {
        MessageArguments detail = MessageArguments.of(settled.problem());
        return new Fallback(
                settled.reason(),
                signal,
                Messages.ofFinal(settled.reason(), detail),
                Remedies.of(settled.reason(), detail),
                refusal == null ? null : refusal.graphStatus(),
                refusal == null ? null : refusal.graphRequestId(),
                candidates,
                Messages.keyOfFinal(settled.reason(), detail),
                Remedies.key(settled.reason(), detail));
    }

    /** The other reasons belong to a signal; one entry each, the first is the primary one. */
    static List<Fallback> of(ReadResults findings, List<Verdict> verdicts) {
        return FallbackCause.of(findings).stream().map(h -> of(h, findings, verdicts)).toList();
    }

    private static Fallback of(
            FallbackCause hindrance, ReadResults findings, List<Verdict> verdicts) {
        ReadFailure obstacle = hindrance.mostTelling();
        return new Fallback(
                hindrance.reason(),
                hindrance.signal(),
                Messages.enabledBut(Messages.cause(hindrance, findings), findings.source()),
                Remedies.of(hindrance.reason(), MessageArguments.of(hindrance)),
                obstacle == null ? null : obstacle.graphStatus(),
                obstacle == null ? null : obstacle.graphRequestId(),
                hindrance.affected(verdicts),
                Messages.key(hindrance, findings),
                Remedies.key(hindrance.reason(), MessageArguments.of(hindrance)));
    }
}
