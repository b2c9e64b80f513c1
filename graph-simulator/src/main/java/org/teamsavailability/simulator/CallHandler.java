package org.teamsavailability.simulator;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.exchange.Route;
import org.teamsavailability.simulator.journal.Journal;
import org.teamsavailability.simulator.journal.RecordedCall;
import org.teamsavailability.simulator.limit.Penalties;
import org.teamsavailability.simulator.limit.Throttling;

/** Takes every request, each on a virtual thread of its own, so that waiting costs no thread. */
final class CallHandler extends Handler.Abstract {
    private final List<Endpoint> endpoints;
    private final List<Route> routes;
    private final ReplyPlanner planner;
    private final Penalties penalties;
    private final Journal journal;
    private final Supplier<Conditions> conditions;
    private final Clock clock;

    CallHandler(
            List<Endpoint> endpoints,
            List<Route> routes,
            ReplyPlanner planner,
            Penalties penalties,
            Journal journal,
            Supplier<Conditions> conditions,
            Clock clock) {
        this.endpoints = endpoints;
        this.routes = routes;
        this.planner = planner;
        this.penalties = penalties;
        this.journal = journal;
        this.conditions = conditions;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        // the delays are ours to decide, so a connection that waits for its answer is not idle
        request.addIdleTimeoutListener(_ -> false);
        Exchange exchange = Exchanges.read(request, clock);
        for (Route route : routes) {
            Reply reply = route.answer(exchange);
            if (reply != null) {
                new ReplyWriter(exchange, response, callback, _ -> {}).whole(reply);
                return true;
            }
        }
        for (Endpoint endpoint : endpoints) {
            RecognizedCall recognized = endpoint.understand(exchange);
            if (recognized != null) {
                serve(recognized, exchange, response, callback);
                return true;
            }
        }
        serve(Unknown.recognized(exchange), exchange, response, callback);
        return true;
    }

    private void serve(
            RecognizedCall recognized, Exchange exchange, Response response, Callback callback) {
        long epoch =
                journal.arrived(recognized.tenant(), recognized.call(), recognized.ids().size());
        PlannedReply planned = planner.settle(recognized, exchange, conditions.get());
        var delivery =
                new ReplyWriter(
                        exchange,
                        response,
                        callback,
                        status ->
                                journal.ended(
                                        epoch, record(recognized, exchange, planned, status)));
        try {
            Thread.sleep(planned.delay());
            Throttling throttling = planned.throttling();
            delivery.deliver(
                    throttling == null
                            ? planned
                            : planned.with(penalties.begin(throttling, clock)));
        } catch (IOException | InterruptedException _) {
            // the client went, or the simulator is closing
            delivery.abort();
        }
    }

    private RecordedCall record(
            RecognizedCall recognized, Exchange exchange, PlannedReply planned, int status) {
        Throttling throttling = planned.throttling();
        return new RecordedCall(
                recognized.tenant(),
                recognized.call(),
                recognized.team(),
                exchange.method(),
                exchange.target(),
                exchange.arrived(),
                clock.instant(),
                recognized.ids(),
                status,
                exchange.requestId(),
                exchange.clientRequestId(),
                throttling != null && throttling.early());
    }
}
