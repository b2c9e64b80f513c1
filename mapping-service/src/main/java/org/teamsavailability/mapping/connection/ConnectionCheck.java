package org.teamsavailability.mapping.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.graph.GrantedPermissions;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransaction;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * Lets a new app token of the desk's tenant decide: one that is issued means that consent is
 * granted, with the permissions it holds; one that is refused for missing consent that it is
 * pending still, or revoked. Any other failure decides nothing.
 */
public final class ConnectionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DeskTransactions transactions;
    private final ConnectionStore connections;
    private final GrantedPermissions tokens;
    private final Audit audit;
    private final Clock clock;

    public ConnectionCheck(
            DeskTransactions transactions,
            ConnectionStore connections,
            GrantedPermissions tokens,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a check came to.
     *
     * @param connection as it is now; null where the desk has none
     * @param decided false where Microsoft gave no answer that decides
     */
    public record Checked(@Nullable Connection connection, boolean decided) {}

    /**
     * Asks for a token, for 15 seconds at most, and keeps and publishes what it says. A desk
     * without a tenant has nothing to check.
     */
    public Checked check(String serviceDeskId) {
        var connection = transactions.<@Nullable Connection>in(serviceDeskId, connections::find);
        var tenant = connection == null ? null : connection.tenant();
        if (tenant == null) {
            return new Checked(connection, true);
        }
        try {
            var permissions = granted(tenant);
            return new Checked(decide(serviceDeskId, tenant, permissions), true);
        } catch (GraphException e) {
            if (e.failure() instanceof GraphFailure.ConsentMissing) {
                return new Checked(decide(serviceDeskId, tenant, null), true);
            }
            LOG.atWarn()
                    .setMessage("A connection could not be checked")
                    .addKeyValue("serviceDeskId", serviceDeskId)
                    .addKeyValue("failure", e.failure())
                    .log();
            return new Checked(connection, false);
        }
    }

    private Set<GraphPermission> granted(MicrosoftTenant tenant) {
        var token = tokens.ofNewToken(tenant).toCompletableFuture();
        try {
            return token.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GraphException refused) {
                throw refused;
            }
            throw new IllegalStateException("Asking for a token failed", e.getCause());
        } catch (TimeoutException _) {
            throw unreachable();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unreachable();
        }
    }

    private static GraphException unreachable() {
        return new GraphException(new GraphFailure.Unreachable(null, null));
    }

    /** Permissions are null where consent is missing. */
    private @Nullable Connection decide(
            String serviceDeskId,
            MicrosoftTenant tenant,
            @Nullable Set<GraphPermission> permissions) {
        return transactions.<@Nullable Connection>in(
                serviceDeskId,
                transaction -> {
                    transaction.lockDesk();
                    var connection = connections.find(transaction);
                    if (connection == null || !connection.isLinkedTo(tenant)) {
                        return connection;
                    }
                    decide(transaction, connection, permissions);
                    return connections.find(transaction);
                });
    }

    private void decide(
            DeskTransaction transaction,
            Connection connection,
            @Nullable Set<GraphPermission> permissions) {
        var now = now();
        var before = connection.consent();
        var after = consent(before, permissions != null);
        if (after != before) {
            connections.consent(transaction, after, now);
            audit.record(
                    transaction,
                    "system",
                    "connection.consent-changed",
                    null,
                    Map.of("from", before.name(), "to", after.name()));
        }
        connections.checked(transaction, permissions == null ? Set.of() : permissions, now);
    }

    private static ConsentState consent(ConsentState before, boolean issued) {
        if (issued) {
            return ConsentState.GRANTED;
        }
        return before == ConsentState.GRANTED ? ConsentState.REVOKED : before;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
