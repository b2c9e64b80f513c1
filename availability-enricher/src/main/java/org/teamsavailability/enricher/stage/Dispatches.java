package org.teamsavailability.enricher.stage;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.teamsavailability.schemas.NotBefore;

/** What the stage knows of deciding: how a request is opened, and how it is answered unheard. */
public interface Dispatches {

    /**
     * Called once, before any request: what Microsoft must not be called for, and who keeps what is
     * learned of it later.
     *
     * @param known what an earlier incarnation kept
     * @param keeper called from any thread
     */
    void begin(List<NotBefore> known, Consumer<NotBefore> keeper);

    /** Whether calls to Microsoft are out or waiting for a desk of this task. */
    boolean isAsking();

    /**
     * Looks up what the request needs and finds out whether Teams has to be asked.
     *
     * @param expired whether {@code respondBy} is past
     * @param now the moment the request is taken
     */
    Dispatch open(AcceptedRequest request, boolean expired, Instant now);

    /** The answer to a request for which there is no slot. */
    AnsweredRequest overloaded(AcceptedRequest request, Instant now);

    /** The answer to a request that could not be decided because of a defect of ours. */
    AnsweredRequest failed(AcceptedRequest request, Instant now);
}
