package org.teamsavailability.mapping.connection;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** Where the connection of the transaction's desk is kept. */
public interface ConnectionStore {

    /** Null where the desk has none. */
    @Nullable Connection find(DeskTransaction transaction);

    /** The same, and keeps it as it is until the transaction ends. */
    @Nullable Connection keep(DeskTransaction transaction);

    /** Begins it, or puts it into another cloud; the open steps of its consent flows end. */
    void start(DeskTransaction transaction, MicrosoftCloud cloud, Instant now);

    /**
     * Links the tenant, whose consent is pending from then on.
     *
     * @throws TenantTakenException where another desk has it; the transaction cannot go on then
     */
    void link(DeskTransaction transaction, MicrosoftTenant tenant, Instant now);

    /** Changes the consent, which is published. */
    void consent(DeskTransaction transaction, ConsentState consent, Instant now);

    /** Notes what a token held, which is not published. */
    void checked(DeskTransaction transaction, Set<GraphPermission> permissions, Instant now);

    /** Ends it, and with it the open steps of its consent flows. */
    void delete(DeskTransaction transaction);
}
