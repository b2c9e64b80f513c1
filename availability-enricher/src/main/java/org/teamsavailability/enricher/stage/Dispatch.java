package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

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
     * Asks Teams again for what was read and is too old to decide by, if there is time; never
     * blocks.
     *
     * @param now the present
     * @param by when it will be decided: now, or later
     * @return completes like {@link #askTeams}; null where there is nothing to wait for
     */
    @Nullable CompletionStage<?> askAgain(Instant now, Instant by);

    /**
     * Answers OVERLOADED, in place of asking and deciding.
     *
     * @param now the decision clock
     */
    AnsweredRequest overloaded(Instant now);

    /**
     * Decides with what is known.
     *
     * @param now the decision clock
     */
    AnsweredRequest decide(Instant now);
}
