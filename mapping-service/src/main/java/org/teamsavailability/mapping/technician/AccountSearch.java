package org.teamsavailability.mapping.technician;

import java.util.Comparator;
import java.util.List;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.connection.ConsentWatch;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** Searches the directory of a desk's tenant for accounts; nothing of it is stored. */
public final class AccountSearch {

    private final DeskTransactions transactions;
    private final ConnectionStore connections;
    private final TenantDirectory directory;
    private final ConsentWatch watch;

    public AccountSearch(
            DeskTransactions transactions,
            ConnectionStore connections,
            TenantDirectory directory,
            ConsentWatch watch) {
        this.transactions = transactions;
        this.connections = connections;
        this.directory = directory;
        this.watch = watch;
    }

    /**
     * Accounts by the words of their name or the beginning of their sign-in name.
     *
     * @return at most {@value TenantDirectory#MOST_FOUND}, by sign-in name
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     TechnicianRefusal.NotConnected} or {@link TechnicianRefusal.ConsentMissing}
     * @throws GraphException where Microsoft does not answer
     */
    public List<Account> find(String serviceDeskId, String text) throws InterruptedException {
        var tenant = transactions.in(serviceDeskId, it -> ConnectedTenant.of(it, connections));
        try {
            return directory.search(tenant, text).stream()
                    .filter(it -> it.userPrincipalName() != null)
                    .sorted(Comparator.comparing(it -> String.valueOf(it.userPrincipalName())))
                    .toList();
        } catch (GraphException e) {
            watch.refused(serviceDeskId, e.failure());
            throw e;
        }
    }
}
