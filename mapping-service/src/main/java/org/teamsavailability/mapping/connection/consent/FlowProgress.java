package org.teamsavailability.mapping.connection.consent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.connection.Connection;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** How far the consent flow of a browser is, by its cookie; reading it changes nothing. */
public final class FlowProgress {

    private final ConsentRequests requests;
    private final DeskTransactions transactions;
    private final ConnectionStore connections;

    public FlowProgress(
            ConsentRequests requests, DeskTransactions transactions, ConnectionStore connections) {
        this.connections = connections;
        this.requests = requests;
        this.transactions = transactions;
    }

    /** Where an administrator's flow is after the sign-in. */
    public sealed interface Stage {}

    /**
     * "Connect" was not clicked yet.
     *
     * @param replaced the other tenant that is connected now; null where there is none
     */
    public record Asked(String serviceDeskId, MicrosoftTenant tenant, @Nullable UUID replaced)
            implements Stage {}

    /**
     * The tenant is connected.
     *
     * @param connection as the last token decided
     */
    public record Connected(Connection connection) implements Stage {}

    /**
     * Finds the stage for half an hour after it was reached.
     *
     * @param cookie of the browser
     * @return null before the sign-in, after that time, and after a disconnect
     */
    public @Nullable Stage of(@Nullable String cookie) {
        var state = FlowState.of(cookie);
        var desk = requests.findDesk(state);
        return state == null || desk == null
                ? null
                : transactions.<@Nullable Stage>in(desk, it -> stage(it, state));
    }

    private @Nullable Stage stage(DeskTransaction transaction, FlowState state) {
        var confirmation = requests.confirmation(transaction, state);
        if (confirmation == null) {
            return null;
        }
        var tenant = confirmation.request().tenant();
        var connection = connections.find(transaction);
        boolean isLinked = connection != null && connection.isLinkedTo(tenant);
        if (!confirmation.answered()) {
            var now = connection == null || isLinked ? null : connection.microsoftTenantId();
            return new Asked(confirmation.request().serviceDeskId(), tenant, now);
        }
        return connection != null && isLinked ? new Connected(connection) : null;
    }
}
