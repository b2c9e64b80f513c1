package org.teamsavailability.mapping.tenantcheck;

import java.time.Instant;
import java.util.List;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * What the checks of a tenant found.
 *
 * @param requests how many requests of Graph that took
 */
public record Report(
        MicrosoftTenant tenant, Instant startedAt, int requests, List<Check.Result> results) {

    public Report {
        results = List.copyOf(results);
    }

    /** How many found this. */
    public long count(Class<? extends Finding> kind) {
        return results.stream().filter(result -> kind.isInstance(result.finding())).count();
    }

    /** Whether Microsoft answered something otherwise than the product assumes. */
    public boolean differs() {
        return count(Finding.Different.class) > 0;
    }
}
