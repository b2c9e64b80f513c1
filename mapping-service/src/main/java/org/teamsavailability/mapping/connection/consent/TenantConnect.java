package org.teamsavailability.mapping.connection.consent;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.connection.ConnectedMappings;
import org.teamsavailability.mapping.connection.ConnectionCheck;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.connection.TenantTakenException;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** The one thing that links a tenant: an administrator's "Connect". */
public final class TenantConnect {

    private final ConsentRequests requests;
    private final DeskTransactions transactions;
    private final ConnectionStore connections;
    private final ConnectedMappings mappings;
    private final ConnectionCheck check;
    private final ConsentPropagation spread;
    private final Audit audit;
    private final Clock clock;

    public TenantConnect(
            ConsentRequests requests,
            DeskTransactions transactions,
            ConnectionStore connections,
            ConnectedMappings mappings,
            ConnectionCheck check,
            ConsentPropagation spread,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.transactions = transactions;
        this.connections = connections;
        this.mappings = mappings;
        this.check = check;
        this.spread = spread;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Links the tenant and asks for a token. Clicked again, by a double click or "Retry", it only
     * asks for a token again. Pages that are open for another tenant end.
     *
     * @param state of the form
     * @param cookie of the browser, which must be the same
     * @return the state that finds the result
     * @throws ConsentFailedException where one of it does not hold, or another desk has the tenant
     */
    public FlowState connect(@Nullable String state, @Nullable String cookie) {
        var presented = FlowState.of(state);
        if (presented == null) {
            throw ConsentError.STATE_UNKNOWN.exception();
        }
        if (!presented.isSameAs(cookie)) {
            throw ConsentError.OTHER_BROWSER.exception();
        }
        var request = linked(requests.deskOf(presented), presented);
        var connection = check.check(request.serviceDeskId()).connection();
        if (connection == null || !connection.isLinkedTo(request.tenant())) {
            throw ConsentError.DISCONNECTED.exception();
        }
        if (!connection.isComplete()) {
            spread.watch(request.serviceDeskId());
        }
        return presented;
    }

    private ConsentRequest linked(String serviceDeskId, FlowState state) {
        try {
            return transactions.in(
                    serviceDeskId,
                    transaction -> {
                        transaction.lockDesk();
                        return linked(transaction, state);
                    });
        } catch (TenantTakenException _) {
            throw ConsentError.TENANT_TAKEN.exception();
        }
    }

    private ConsentRequest linked(DeskTransaction transaction, FlowState state) {
        var confirmation = requests.confirmation(transaction, state);
        if (confirmation == null) {
            throw ConsentError.STATE_UNKNOWN.exception();
        }
        var request = confirmation.request();
        var before = connections.find(transaction);
        boolean isLinked = before != null && before.isLinkedTo(request.tenant());
        if (confirmation.answered() && !isLinked) {
            throw ConsentError.DISCONNECTED.exception();
        }
        requests.answer(transaction, state);
        if (!isLinked) {
            requests.endOthers(transaction, state);
            link(transaction, request);
        }
        return request;
    }

    private void link(DeskTransaction transaction, ConsentRequest request) {
        var tenant = request.tenant();
        var actor = "consent:" + request.administratorId();
        connections.link(transaction, tenant, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(
                transaction,
                actor,
                "connection.linked",
                null,
                Map.of(
                        "microsoftTenantId",
                        tenant.id().toString(),
                        "requestedBy",
                        request.requestedBy()));
        for (String technician : mappings.deleteOfOtherTenants(transaction, tenant.id())) {
            audit.record(
                    transaction,
                    actor,
                    "mapping.removed",
                    technician,
                    Map.of("why", "another tenant was connected"));
        }
    }
}
