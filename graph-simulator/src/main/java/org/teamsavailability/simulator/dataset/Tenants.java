package org.teamsavailability.simulator.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tenants as they are now. Safe for use by any thread; a change is seen by the next call. */
public final class Tenants {
    private final Map<UUID, Tenant> byId = new ConcurrentHashMap<>();

    public Tenants(Dataset dataset) {
        dataset.tenants().forEach(this::put);
    }

    /** The tenant of this id; null without one. */
    public @Nullable Tenant find(@Nullable UUID id) {
        return id == null ? null : byId.get(id);
    }

    /** All of them. */
    public Collection<Tenant> all() {
        return List.copyOf(byId.values());
    }

    /** Adds a tenant, or replaces the one of the same id. */
    public void put(Tenant tenant) {
        byId.put(tenant.id(), tenant);
    }

    /**
     * Changes a tenant atomically.
     *
     * @throws IllegalArgumentException when there is none of this id
     */
    public void alter(UUID id, UnaryOperator<Tenant> change) {
        if (byId.computeIfPresent(id, (_, tenant) -> change.apply(tenant)) == null) {
            throw new IllegalArgumentException("no tenant " + id + " in the data set");
        }
    }

    /** Removes a tenant; false where there was none. */
    public boolean remove(UUID id) {
        return byId.remove(id) != null;
    }
}
