package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.teamsavailability.schemas.NotBefore;

/** The deciding side of the stage: opens requests, and answers those that cannot be decided. */
public interface Dispatches {

    /**
     * Called once, before any request: restores the cooldowns, and names the listener to later
     * ones.
     *
     * @param known the cooldowns of an earlier epoch
     * @param listener called from any thread
     */
    void begin(List<NotBefore> known, Consumer<NotBefore> listener);

    /** Whether calls to Microsoft are in flight or waiting for a service desk of this task. */
    boolean isAsking();

    /**
     * Looks up what the request needs and finds out whether Teams has to be asked.
     *
     * @param expired whether {@code respondBy} is past
     * @param now the moment the request is accepted
     */
    Dispatch open(AcceptedRequest request, boolean expired, Instant now);

    /** The answer to a request that could not be decided because of an internal defect. */
    AnsweredRequest failed(AcceptedRequest request, Instant now);
}
