package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** One request on its way to an answer. Owned by the stream thread. */
public interface Dispatch {

    /** Whether Teams has to be asked; where not, {@link #decide} can be called at once. */
    boolean needsTeams();

    /**
     * Asks Teams; called at most once, and never blocks.
     *
     * @param deadline when the answer is due, with whatever is known by then
     * @return completes, normally and on any thread, when everything asked for has its outcome; may
     *     never complete after the deadline
     */
    CompletionStage<?> askTeams(Instant deadline);

    /**
     * Decides with what is known.
     *
     * @param now the decision clock
     */
    Answered decide(Instant now);
}
