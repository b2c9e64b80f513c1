package org.teamsavailability.simulator.directory;

import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.exchange.Exchange;

/**
 * Resource units. Source: Microsoft Graph service-specific throttling limits, identity and access.
 */
final class Prices {
    private Prices() {}

    /** What a call costs: one less with {@code $select}, and with {@code $top} below 20. */
    static int of(int price, Exchange exchange) {
        String top = exchange.parameter("$top");
        boolean few = top != null && top.matches("\\d{1,9}") && Integer.parseInt(top) < 20;
        int cheaper = (exchange.parameter("$select") == null ? 0 : 1) + (few ? 1 : 0);
        return Math.max(1, price - cheaper);
    }

    /** What a tenant has in 10 s, by its size: below 50 users, up to 500, or more. */
    static int allowance(Tenant tenant) {
        int users = tenant.accounts().size();
        if (users < 50) {
            return 3500;
        }
        return users <= 500 ? 5000 : 8000;
    }
}
