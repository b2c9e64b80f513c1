package org.teamsavailability.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Inquiry;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.graph.GraphErrors;
import org.teamsavailability.simulator.journal.Journal;
import org.teamsavailability.simulator.journal.RecordedCall;
import org.teamsavailability.simulator.limit.Penalties;
import org.teamsavailability.simulator.limit.Throttling;

/** Takes every request, each on a virtual thread of its own, so that waiting costs no thread. */
final class CallHandler extends Handler.Abstract {
    private final List<Endpoint> endpoints;
    private final List<Page> pages;
    private final Courses courses;
    private final Penalties penalties;
    private final Journal journal;
    private final Supplier<Conditions> conditions;
    private final Clock clock;

    /**
     * An answer outside of the journal, without delays and faults; null where it is not its own.
     */
    interface Page {
        @Nullable Reply answer(Exchange exchange);
    }

    CallHandler(
            List<Endpoint> endpoints,
            List<Page> pages,
            Courses courses,
            Penalties penalties,
            Journal journal,
            Supplier<Conditions> conditions,
            Clock clock) {
        this.endpoints = endpoints;
        this.pages = pages;
        this.courses = courses;
        this.penalties = penalties;
        this.journal = journal;
        this.conditions = conditions;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        // the delays are ours to decide, so a connection that waits for its answer is not idle
        request.addIdleTimeoutListener(_ -> false);
        Exchange exchange = Exchanges.read(request, clock);
        for (Page page : pages) {
            Reply reply = page.answer(exchange);
            if (reply != null) {
                new Delivery(exchange, response, callback).whole(reply);
                return true;
            }
        }
        for (Endpoint endpoint : endpoints) {
            Inquiry inquiry = endpoint.understand(exchange);
            if (inquiry != null) {
                serve(inquiry, exchange, new Delivery(exchange, response, callback));
                return true;
            }
        }
        Reply unknown = GraphErrors.of(404, "ResourceNotFound", "Resource not found.", exchange);
        new Delivery(exchange, response, callback).whole(unknown);
        return true;
    }

    private void serve(Inquiry inquiry, Exchange exchange, Delivery delivery)
            throws IOException, InterruptedException {
        long epoch = journal.arrived(inquiry.tenant(), inquiry.call(), inquiry.ids().size());
        Course course = courses.settle(inquiry, exchange, conditions.get());
        Throttling throttling = course.throttling();
        try {
            Thread.sleep(course.delay());
            if (throttling != null) {
                penalties.start(throttling, clock.instant());
            }
            delivery.deliver(course);
        } finally {
            boolean early = throttling != null && throttling.early();
            journal.ended(epoch, record(inquiry, exchange, delivery.status(), early));
        }
    }

    private RecordedCall record(Inquiry inquiry, Exchange exchange, int status, boolean early) {
        Instant end = clock.instant();
        return new RecordedCall(
                inquiry.tenant(),
                inquiry.call(),
                inquiry.team(),
                exchange.target(),
                exchange.arrived(),
                end,
                inquiry.ids(),
                status,
                exchange.requestId(),
                exchange.clientRequestId(),
                early);
    }
}
