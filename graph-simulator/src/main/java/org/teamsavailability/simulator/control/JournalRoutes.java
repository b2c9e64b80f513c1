package org.teamsavailability.simulator.control;

import static org.teamsavailability.simulator.control.ControlRoutes.PREFIX;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.exchange.Route;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.journal.Count;
import org.teamsavailability.simulator.journal.Journal;
import org.teamsavailability.simulator.journal.RecordedCall;

/** {@code /_control/journal}: what was called. */
public final class JournalRoutes implements Route {
    private final Journal journal;

    public JournalRoutes(Journal journal) {
        this.journal = journal;
    }

    @Override
    public @Nullable Reply answer(Exchange exchange) {
        if (exchange.matches("GET", PREFIX, "journal")) {
            return Reply.json(200, new Calls(calls(exchange)));
        }
        if (exchange.matches("GET", PREFIX, "journal", "summary")) {
            return Reply.json(200, new Summary(journal.summary()));
        }
        if (exchange.matches("DELETE", PREFIX, "journal")) {
            journal.reset();
            return Reply.empty(204);
        }
        return null;
    }

    private List<RecordedCall> calls(Exchange exchange) {
        UUID tenant = Requests.tenant(exchange);
        Call kind = Requests.call(exchange);
        return journal.calls().stream()
                .filter(call -> tenant == null || tenant.equals(call.tenant()))
                .filter(call -> kind == null || kind == call.call())
                .toList();
    }

    private record Calls(List<RecordedCall> calls) {}

    private record Summary(List<Count> counts) {}
}
