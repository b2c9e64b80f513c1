package org.teamsavailability.enricher.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides dispatch questions: first what has to be asked of Teams, then the answer. Thread-safe.
 */
public final class Decision {

    private final Duration imminentWindow;
    private final Runnable unknownPresence;

    /**
     * @param imminentWindow how soon work has to start for a break to block it, 0 or more
     * @param unknownPresence told of each presence value that the rules do not know, never which;
     *     on the deciding thread, so it must be quick and must not throw
     */
    public Decision(Duration imminentWindow, Runnable unknownPresence) {
        this.imminentWindow = imminentWindow;
        this.unknownPresence = unknownPresence;
    }

    /**
     * Finds what has to be asked. A reason of more weight hides one of less, so what was not looked
     * up because of it may be anything.
     *
     * @param invalid what is wrong with the request beyond what {@link Validity} finds, as a part
     *     of a sentence
     * @param expired whether the time to respond is over
     * @param mappedTechnicians the technicians, candidates or not, mapped to a Microsoft user
     */
    public Plan plan(
            DispatchQuestion question,
            @Nullable String invalid,
            boolean expired,
            DeskConnection connection,
            Set<String> mappedTechnicians,
            Instant now) {
        unknownPresence.run();
        return Plan.settled(Reason.INTERNAL_ERROR);
    }

    /**
     * Decides. Never throws.
     *
     * @param plan for this question, made by {@link #plan} at any time before, or {@link
     *     Plan#settled}
     * @param evidence what came; {@link TeamsEvidence#NONE} for a settled plan
     * @param now the decision clock; all that depends on time depends on it
     */
    public Answer decide(
            DispatchQuestion question, Plan plan, TeamsEvidence evidence, Instant now) {
        return new Answer(
                AvailabilitySource.PSA_ONLY,
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                false,
                null,
                imminentWindow.toString());
    }
}
