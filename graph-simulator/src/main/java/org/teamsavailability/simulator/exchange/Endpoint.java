package org.teamsavailability.simulator.exchange;

import org.jspecify.annotations.Nullable;

/** A part of Microsoft's interface. */
public interface Endpoint {
    /** What the exchange asks of this endpoint; null where it is for another one. */
    @Nullable RecognizedCall understand(Exchange exchange);
}
