package org.teamsavailability.mapping.command;

import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;

import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.NewApiKey;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.publishing.persistence.Republication;

/** What the commands do, as the operator. */
final class Desks {

    private static final String OPERATOR = "operator";

    private final DeskTransactions transactions;
    private final ServiceDesks desks;
    private final ApiKeys keys;
    private final Audit audit;
    private final Republication republication;

    Desks(
            DeskTransactions transactions,
            ServiceDesks desks,
            ApiKeys keys,
            Audit audit,
            Republication republication) {
        this.transactions = transactions;
        this.desks = desks;
        this.keys = keys;
        this.audit = audit;
        this.republication = republication;
    }

    /** Makes a desk and its first key, or neither. */
    NewApiKey create(DeskId id, KeyName keyName) {
        return transactions.in(
                id.text(),
                transaction -> {
                    if (!desks.create(transaction, id.text())) {
                        throw new FailedException(
                                "The service desk \"%s\" exists already; if its key was lost, make another with: create-key --desk \"%s\" --name <what it is for> --scopes read,write"
                                        .formatted(id.text(), id.text()));
                    }
                    audit.record(transaction, id.text(), OPERATOR, "desk.created", null, Map.of());
                    return keys.create(
                            transaction,
                            id.text(),
                            keyName.text(),
                            Set.of(Scope.READ, Scope.WRITE),
                            OPERATOR);
                });
    }

    NewApiKey createKey(DeskId id, KeyName name, Set<Scope> scopes) {
        return transactions.in(
                id.text(),
                transaction -> {
                    if (!exists(transaction)) {
                        throw missing(id);
                    }
                    return keys.create(transaction, id.text(), name.text(), scopes, OPERATOR);
                });
    }

    /** Returns how many technicians it has. */
    int republish(DeskId id) {
        return republication.desk(id.text(), OPERATOR).orElseThrow(() -> missing(id));
    }

    /** Returns how many desks there are. */
    int republishAll() {
        return republication.allDesks(OPERATOR);
    }

    private static boolean exists(DSLContext transaction) {
        return transaction.fetchExists(SERVICE_DESK);
    }

    private static FailedException missing(DeskId id) {
        return new FailedException(
                "There is no service desk \"%s\"; check the id, or make the desk with: create-desk --id \"%s\""
                        .formatted(id.text(), id.text()));
    }
}
