package org.teamsavailability.mapping.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.connection.persistence.ConnectedMappingRows;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;
import org.teamsavailability.mapping.web.Problem;

/** The connections of service desks. */
public final class Connections {

    private final PostgresDeskTransactions transactions;
    private final AuditRows audit;
    private final Clock clock;

    public Connections(PostgresDeskTransactions transactions, AuditRows audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The desk's connection; null where there is none. */
    public @Nullable Connection find(String serviceDeskId) {
        return transactions.<@Nullable Connection>in(serviceDeskId, ConnectionRows::find);
    }

    /** The same in a transaction that is open. */
    public @Nullable Connection find(DSLContext transaction) {
        return ConnectionRows.find(transaction);
    }

    /**
     * Begins a connection, or chooses another cloud for one that has no tenant yet; consent pages
     * that are open for another cloud end.
     *
     * @throws Problem 409 where a tenant of another cloud is linked
     */
    public Connection start(String serviceDeskId, MicrosoftCloud cloud, String actor) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    ServiceDeskRows.lock(transaction);
                    var before = ConnectionRows.find(transaction);
                    if (before != null && before.cloud() == cloud) {
                        return before;
                    }
                    if (before != null && before.microsoftTenantId() != null) {
                        throw otherCloud(before);
                    }
                    ConsentRequestRows.deleteAll(transaction);
                    ConnectionRows.start(transaction, serviceDeskId, cloud, now());
                    audit.record(
                            transaction,
                            serviceDeskId,
                            actor,
                            "connection.started",
                            null,
                            Map.of("cloud", cloud.name()));
                    return Objects.requireNonNull(ConnectionRows.find(transaction));
                });
    }

    /**
     * Ends the connection with every mapping that was derived over it; what was mapped by hand
     * stays, unpublished. Consent pages that are open end.
     *
     * @param confirmed the desk's id, once more; where it is another or null, nothing ends
     * @throws Problem 404 where there is none; 409 that says what will go where not confirmed
     */
    public void end(String serviceDeskId, @Nullable String confirmed, String actor) {
        transactions.run(
                serviceDeskId,
                transaction -> {
                    ServiceDeskRows.lock(transaction);
                    var connection = ConnectionRows.find(transaction);
                    if (connection == null) {
                        throw nothingConnected();
                    }
                    if (!serviceDeskId.equals(confirmed)) {
                        throw unconfirmed(transaction, connection);
                    }
                    end(transaction, connection, actor);
                });
    }

    private void end(DSLContext transaction, Connection connection, String actor) {
        var desk = connection.serviceDeskId();
        List<String> technicians = ConnectedMappingRows.deleteAutoMapped(transaction);
        for (String technician : technicians) {
            audit.record(
                    transaction,
                    desk,
                    actor,
                    "mapping.removed",
                    technician,
                    Map.of("origin", ConnectedMappingRows.AUTO_MAPPED, "why", "disconnected"));
        }
        ConsentRequestRows.deleteAll(transaction);
        ConnectionRows.delete(transaction);
        audit.record(
                transaction,
                desk,
                actor,
                "connection.ended",
                null,
                Map.of(
                        "microsoftTenantId",
                        String.valueOf(connection.microsoftTenantId()),
                        "mappingsRemoved",
                        technicians.size()));
    }

    private static Problem nothingConnected() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "This service desk has no connection, so there is nothing to disconnect.");
    }

    private static Problem unconfirmed(DSLContext transaction, Connection connection) {
        int derived = ConnectedMappingRows.count(transaction, ConnectedMappingRows.AUTO_MAPPED);
        int manual = ConnectedMappingRows.count(transaction, ConnectedMappingRows.MANUAL);
        var desk = connection.serviceDeskId();
        return Problem.conflict(
                        "confirmation-missing",
                        "Disconnecting has to be confirmed",
                        "Disconnecting deletes the link to %s and %d auto-mapped mapping(s); %d manual mapping(s) stay, but are not published. Repeat the request with ?confirm=<serviceDeskId>, which is %s."
                                .formatted(
                                        connection.microsoftTenantId() == null
                                                ? "no tenant yet"
                                                : "the tenant " + connection.microsoftTenantId(),
                                        derived,
                                        manual,
                                        desk))
                .with("autoMapped", derived)
                .with("manual", manual);
    }

    private static Problem otherCloud(Connection connection) {
        return Problem.conflict(
                "connected-in-another-cloud",
                "A tenant of another cloud is connected",
                "The tenant %s of the cloud %s is connected; disconnect it first."
                        .formatted(connection.microsoftTenantId(), connection.cloud()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
