package org.teamsavailability.simulator.exchange;

import org.jspecify.annotations.Nullable;

/** Requests that are answered at once: no journal, no delay, no fault. */
public interface Route {
    /** The answer; null where the exchange is for something else. */
    @Nullable Reply answer(Exchange exchange);
}
