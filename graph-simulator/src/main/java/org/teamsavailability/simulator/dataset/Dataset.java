package org.teamsavailability.simulator.dataset;

import java.util.List;

/**
 * What the simulator knows at its start.
 *
 * @param tenants at least none, each id once
 */
public record Dataset(List<Tenant> tenants) {
    public Dataset {
        tenants = List.copyOf(tenants);
        if (tenants.stream().map(Tenant::id).distinct().count() < tenants.size()) {
            throw new IllegalArgumentException("a tenant's id appears twice");
        }
    }

    /** One of these tenants. */
    public static Dataset of(Tenant... tenants) {
        return new Dataset(List.of(tenants));
    }
}
