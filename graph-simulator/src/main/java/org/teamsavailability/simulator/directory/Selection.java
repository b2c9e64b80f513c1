package org.teamsavailability.simulator.directory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Exchange;

/**
 * The properties that a query asks for.
 *
 * @param names as the query spells them; null where it leaves them to Graph
 */
record Selection(@Nullable List<String> names) {

    static Selection of(Exchange exchange) {
        String text = exchange.parameter("$select");
        return new Selection(
                text == null || text.isBlank()
                        ? null
                        : Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }

    /**
     * These properties of a resource, in the order of the query.
     *
     * @param usual those that are there without a selection
     */
    Map<String, @Nullable Object> from(Map<String, @Nullable Object> all, List<String> usual) {
        Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
        for (String name : names == null ? usual : names) {
            if (all.containsKey(name)) {
                chosen.put(name, all.get(name));
            }
        }
        return chosen;
    }

    /** Refuses properties other than these. */
    void check(String type, Set<String> known) throws RefusedQuery {
        for (String name : names == null ? List.<String>of() : names) {
            if (!known.contains(name)) {
                throw RefusedQuery.bad(
                        "Could not find a property named '"
                                + name
                                + "' on type 'microsoft.graph."
                                + type
                                + "'.");
            }
        }
    }

    /** As in the context of an answer: {@code users(id,mail)}. */
    String context(String set) {
        return names == null ? set : set + "(" + String.join(",", names) + ")";
    }
}
