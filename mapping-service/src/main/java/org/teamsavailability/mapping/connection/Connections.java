package org.teamsavailability.mapping.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** The connections of service desks. */
public final class Connections {

    private final DeskTransactions transactions;
    private final ConnectionStore connections;
    private final ConnectedMappings mappings;
    private final Audit audit;
    private final Clock clock;

    public Connections(
            DeskTransactions transactions,
            ConnectionStore connections,
            ConnectedMappings mappings,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.mappings = mappings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The desk's connection; null where there is none. */
    public @Nullable Connection find(String serviceDeskId) {
        return transactions.<@Nullable Connection>in(serviceDeskId, connections::find);
    }

    /**
     * Begins a connection, or chooses another cloud for one that has no tenant yet; consent pages
     * that are open for another cloud end.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     ConnectionRefusal.OtherCloud} where a tenant of another cloud is linked
     */
    public Connection start(String serviceDeskId, MicrosoftCloud cloud, String actor) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    transaction.lockDesk();
                    var before = connections.find(transaction);
                    if (before != null && before.cloud() == cloud) {
                        return before;
                    }
                    if (before != null && before.microsoftTenantId() != null) {
                        throw new ConnectionRefusal.OtherCloud(
                                        before.microsoftTenantId(), before.cloud())
                                .exception();
                    }
                    connections.start(transaction, cloud, now());
                    audit.record(
                            transaction,
                            actor,
                            "connection.started",
                            null,
                            Map.of("cloud", cloud.name()));
                    return Objects.requireNonNull(connections.find(transaction));
                });
    }

    /**
     * Ends the connection with every mapping that was derived over it; what was mapped by hand
     * stays, unpublished. Consent pages that are open end.
     *
     * @param confirmed the desk's id, once more; where it is another or null, nothing ends
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     ConnectionRefusal.NothingConnected} where there is none; {@link
     *     ConnectionRefusal.Unconfirmed} that says what will go
     */
    public void end(String serviceDeskId, @Nullable String confirmed, String actor) {
        transactions.run(
                serviceDeskId,
                transaction -> {
                    transaction.lockDesk();
                    var connection = connections.find(transaction);
                    if (connection == null) {
                        throw new ConnectionRefusal.NothingConnected().exception();
                    }
                    if (!serviceDeskId.equals(confirmed)) {
                        throw unconfirmed(transaction, connection).exception();
                    }
                    end(transaction, connection, actor);
                });
    }

    private void end(DeskTransaction transaction, Connection connection, String actor) {
        List<String> technicians = mappings.deleteAutoMapped(transaction);
        for (String technician : technicians) {
            audit.record(
                    transaction,
                    actor,
                    "mapping.removed",
                    technician,
                    Map.of("origin", "AUTO_MAPPED", "why", "disconnected"));
        }
        connections.delete(transaction);
        audit.record(
                transaction,
                actor,
                "connection.ended",
                null,
                Map.of(
                        "microsoftTenantId",
                        String.valueOf(connection.microsoftTenantId()),
                        "mappingsRemoved",
                        technicians.size()));
    }

    private ConnectionRefusal.Unconfirmed unconfirmed(
            DeskTransaction transaction, Connection connection) {
        return new ConnectionRefusal.Unconfirmed(
                connection.serviceDeskId(),
                connection.microsoftTenantId(),
                mappings.countAutoMapped(transaction),
                mappings.countManual(transaction));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
