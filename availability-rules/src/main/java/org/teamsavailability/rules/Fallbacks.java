package org.teamsavailability.rules;

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
    static List<Fallback> of(ReadResults results, List<Verdict> verdicts) {
        return FallbackCause.of(results).stream().map(h -> of(h, results, verdicts)).toList();
    }

    private static Fallback of(FallbackCause cause, ReadResults results, List<Verdict> verdicts) {
        ReadFailure failure = cause.mostTelling();
        return new Fallback(
                cause.reason(),
                cause.signal(),
                Messages.enabledBut(Messages.cause(cause, results), results.source()),
                Remedies.of(cause.reason(), MessageArguments.of(cause)),
                failure == null ? null : failure.graphStatus(),
                failure == null ? null : failure.graphRequestId(),
                cause.affected(verdicts),
                Messages.key(cause, results),
                Remedies.key(cause.reason(), MessageArguments.of(cause)));
    }
}
