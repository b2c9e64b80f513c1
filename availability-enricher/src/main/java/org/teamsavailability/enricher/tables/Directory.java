package org.teamsavailability.enricher.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;

/**
 * What is known of a service desk: its connection to Microsoft, and which accounts its technicians
 * are. Every look-up is bound to one desk.
 */
public final class Directory {

    private final ReadOnlyKeyValueStore<String, ServiceDeskConnection> connections;
    private final ReadOnlyKeyValueStore<String, TechnicianMapping> mappings;
    private final MappedAccounts known;

    public Directory(
            ReadOnlyKeyValueStore<String, ServiceDeskConnection> connections,
            ReadOnlyKeyValueStore<String, TechnicianMapping> mappings,
            MappedAccounts known) {
        this.connections = connections;
        this.mappings = mappings;
        this.known = known;
    }

    /** The desk's connection, or null where it has none. */
    public @Nullable ServiceDeskConnection connectionOf(String serviceDeskId) {
        return connections.get(serviceDeskId);
    }

    /**
     * The accounts of those technicians of the desk that are mapped.
     *
     * @param tenantId the connection's tenant; a mapping into another one counts as none
     */
    public Map<String, UUID> accountsOf(
            String serviceDeskId, String tenantId, List<String> technicianIds) {
        var accounts = new HashMap<String, UUID>();
        for (String technicianId : technicianIds) {
            MappedAccounts.Mapped mapped =
                    known.of(Topics.technicianKey(serviceDeskId, technicianId), mappings::get);
            UUID account = mapped.account();
            if (account != null && isIn(tenantId, mapped.tenantId())) {
                accounts.put(technicianId, account);
            }
        }
        return accounts;
    }

    private static boolean isIn(String tenantId, @Nullable String mappedInto) {
        return mappedInto == null || mappedInto.equalsIgnoreCase(tenantId);
    }
}
