package org.teamsavailability.enricher.stage;

import java.time.Instant;

/** What the stage knows of deciding: how a request is opened, and how it is answered unheard. */
public interface Dispatches {

    /**
     * Looks up what the request needs and finds out whether Teams has to be asked.
     *
     * @param expired whether {@code respondBy} is past
     * @param now the moment the request is taken
     */
    Dispatch open(TakenRequest request, boolean expired, Instant now);

    /** The answer to a request for which there is no slot. */
    Answered overloaded(TakenRequest request, Instant now);

    /** The answer to a request that could not be decided because of a defect of ours. */
    Answered failed(TakenRequest request, Instant now);
}
