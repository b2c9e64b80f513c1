package org.teamsavailability.simulator.control;

import static java.util.Objects.requireNonNullElse;
import static org.teamsavailability.simulator.control.ControlRoutes.PREFIX;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.BadData;
import org.teamsavailability.simulator.dataset.DataNode;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.exchange.Route;

/** {@code /_control/conditions}: how calls go where no fault says otherwise. */
public final class ConditionRoutes implements Route {
    private final AtomicReference<Conditions> conditions;

    public ConditionRoutes(AtomicReference<Conditions> conditions) {
        this.conditions = conditions;
    }

    @Override
    public @Nullable Reply answer(Exchange exchange) {
        if (exchange.matches("PATCH", PREFIX, "conditions")) {
            DataNode change =
                    Requests.body(exchange)
                            .only(
                                    "latency",
                                    "limits",
                                    "pageSize",
                                    "emptyFirstPage",
                                    "tokenLifetime",
                                    "presenceIds",
                                    "anyShiftsFilter");
            return view(conditions.updateAndGet(now -> changed(now, change)));
        }
        return exchange.matches("GET", PREFIX, "conditions") ? view(conditions.get()) : null;
    }

    private static Conditions changed(Conditions now, DataNode change) {
        try {
            return new Conditions(
                    requireNonNullElse(change.duration("latency"), now.latency()),
                    change.flag("limits", now.limits()),
                    requireNonNullElse(
                            change.number("pageSize", 1, Integer.MAX_VALUE), now.pageSize()),
                    change.flag("emptyFirstPage", now.emptyFirstPage()),
                    requireNonNullElse(change.duration("tokenLifetime"), now.tokenLifetime()),
                    requireNonNullElse(
                            change.number("presenceIds", 1, Integer.MAX_VALUE), now.presenceIds()),
                    change.flag("anyShiftsFilter", now.anyShiftsFilter()));
        } catch (BadData e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BadData("request body: " + e.getMessage());
        }
    }

    private static Reply view(Conditions now) {
        return Reply.json(
                200,
                new View(
                        now.latency().toMillis() + "ms",
                        now.limits(),
                        now.pageSize(),
                        now.emptyFirstPage(),
                        now.tokenLifetime().toSeconds() + "s",
                        now.presenceIds(),
                        now.anyShiftsFilter()));
    }

    private record View(
            String latency,
            boolean limits,
            int pageSize,
            boolean emptyFirstPage,
            String tokenLifetime,
            int presenceIds,
            boolean anyShiftsFilter) {}
}
