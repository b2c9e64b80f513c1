package org.teamsavailability.simulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;

/** A request for the shifts or the times off of a team, page by page. */
record EntryListing(
        Exchange exchange,
        Conditions conditions,
        String type,
        Function<ScheduleEntry, EntryResource> as) {
    /** A page holds no more, however large pages are otherwise. */
    private static final int MOST_TIMES_OFF = 100;

    private static final Set<String> OPTIONS = Set.of("$filter", "$skiptoken");

    Reply page(UUID team, List<ScheduleEntry> entries) {
        if (!OPTIONS.containsAll(exchange.query().keySet())) {
            return refused("Only the query option $filter is allowed.");
        }
        ScheduleFilter filter;
        try {
            String text = exchange.parameter("$filter");
            filter =
                    text == null
                            ? ScheduleFilter.EVERYTHING
                            : ScheduleFilter.read(text, type, conditions.anyShiftsFilter());
        } catch (ScheduleFilter.UnsupportedFilter e) {
            return refused(e.getMessage());
        }
        Integer from = start();
        if (from == null) {
            return refused("The skip token is not valid.");
        }
        return page(team, entries.stream().filter(filter::selects).toList(), from);
    }

    /** A page starting at -1 is the empty one before the first. */
    private Reply page(UUID team, List<ScheduleEntry> selected, int from) {
        int to = from < 0 ? 0 : Math.min(selected.size(), from + pageSize());
        String path =
                "/v1.0/teams/"
                        + team
                        + "/schedule/"
                        + (type.equals("Shift") ? "shifts" : "timesOff");
        String context = exchange.origin() + path.replace("/v1.0/", "/v1.0/$metadata#");
        String next =
                to < selected.size() || from < 0 ? exchange.origin() + path + query(to) : null;
        var value = selected.subList(Math.min(Math.max(from, 0), to), to).stream().map(as).toList();
        return Reply.json(200, new Page<>(context, next, value));
    }

    private int pageSize() {
        return type.equals("TimeOff")
                ? Math.min(MOST_TIMES_OFF, conditions.pageSize())
                : conditions.pageSize();
    }

    private String query(int from) {
        String filter = exchange.parameter("$filter");
        return "?"
                + (filter == null
                        ? ""
                        : "$filter=" + URLEncoder.encode(filter, UTF_8).replace("+", "%20") + "&")
                + "$skiptoken="
                + from;
    }

    private @Nullable Integer start() {
        String token = exchange.parameter("$skiptoken");
        if (token == null) {
            return conditions.emptyFirstPage() ? -1 : 0;
        }
        return token.matches("\\d{1,9}") ? Integer.valueOf(token) : null;
    }

    private Reply refused(@Nullable String why) {
        return GraphErrors.nested(400, "BadRequest", "InvalidRequest", "" + why, exchange);
    }
}
