package org.teamsavailability.simulator;

import java.util.List;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.graph.GraphErrors;
import org.teamsavailability.simulator.journal.Call;

/** What no endpoint understands: a 404 that the journal keeps, so that no call goes unseen. */
final class Unknown {
    private Unknown() {}

    static RecognizedCall recognized(Exchange exchange) {
        return new RecognizedCall(
                null,
                Call.OTHER,
                null,
                List.of(),
                () -> GraphErrors.of(404, "ResourceNotFound", "Resource not found.", exchange));
    }
}
