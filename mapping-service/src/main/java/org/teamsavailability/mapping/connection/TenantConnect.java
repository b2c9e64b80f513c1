package org.teamsavailability.mapping.connection;

import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.connection.persistence.ConnectedMappingRows;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.desk.persistence.ServiceDeskRows;

/** The one thing that links a tenant: an administrator's "Connect". */
public final class TenantConnect {

    private static final String UNIQUE_VIOLATION = "23505";

    private final ConsentRequests requests;
    private final PostgresDeskTransactions transactions;
    private final ConnectionCheck check;
    private final ConsentPropagation spread;
    private final AuditRows audit;
    private final Clock clock;

    public TenantConnect(
            ConsentRequests requests,
            PostgresDeskTransactions transactions,
            ConnectionCheck check,
            ConsentPropagation spread,
            AuditRows audit,
            Clock clock) {
        this.requests = requests;
        this.transactions = transactions;
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
                        ServiceDeskRows.lock(transaction);
                        return linked(transaction, state);
                    });
        } catch (RuntimeException e) {
            throw isUniqueViolation(e) ? ConsentError.TENANT_TAKEN.exception() : e;
        }
    }

    private ConsentRequest linked(DSLContext transaction, FlowState state) {
        var confirmation = requests.confirmation(transaction, state);
        if (confirmation == null) {
            throw ConsentError.STATE_UNKNOWN.exception();
        }
        var request = confirmation.request();
        var before = ConnectionRows.find(transaction);
        boolean isLinked = before != null && before.isLinkedTo(request.tenant());
        if (confirmation.answered() && !isLinked) {
            throw ConsentError.DISCONNECTED.exception();
        }
        requests.answer(transaction, state);
        if (!isLinked) {
            ConsentRequestRows.deleteOthers(transaction, state.hash());
            link(transaction, request);
        }
        return request;
    }

    private void link(DSLContext transaction, ConsentRequest request) {
        var tenant = request.tenant();
        var desk = request.serviceDeskId();
        var actor = "consent:" + request.administratorId();
        ConnectionRows.link(
                transaction, desk, tenant, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(
                transaction,
                desk,
                actor,
                "connection.linked",
                null,
                Map.of(
                        "microsoftTenantId",
                        tenant.id().toString(),
                        "requestedBy",
                        request.requestedBy()));
        for (String technician :
                ConnectedMappingRows.deleteOfOtherTenants(transaction, tenant.id())) {
            audit.record(
                    transaction,
                    desk,
                    actor,
                    "mapping.removed",
                    technician,
                    Map.of("why", "another tenant was connected"));
        }
    }

    private static boolean isUniqueViolation(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
