package org.teamsavailability.mapping.technician;

import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.connection.ConsentState;
import org.teamsavailability.mapping.desk.DeskTransaction;

/** The tenant in which technicians of a desk may be given accounts. */
final class ConnectedTenant {

    private ConnectedTenant() {}

    /**
     * The tenant of the transaction's desk, which stays as it is until the transaction ends.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     TechnicianRefusal.NotConnected} or {@link TechnicianRefusal.ConsentMissing}
     */
    static MicrosoftTenant of(DeskTransaction transaction, ConnectionStore connections) {
        var connection = connections.keep(transaction);
        var tenant = connection == null ? null : connection.tenant();
        if (connection == null || tenant == null) {
            throw new TechnicianRefusal.NotConnected().exception();
        }
        if (connection.consent() != ConsentState.GRANTED) {
            throw new TechnicianRefusal.ConsentMissing().exception();
        }
        return tenant;
    }
}
