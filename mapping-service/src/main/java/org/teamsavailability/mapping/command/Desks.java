package org.teamsavailability.mapping.command;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.NewApiKey;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.outbox.DeskDeletion;
import org.teamsavailability.mapping.outbox.PublicationWait;
import org.teamsavailability.mapping.outbox.Republication;
import org.teamsavailability.mapping.outbox.UnpublishedEntries;

/** What the commands do, as the operator. */
final class Desks {

    private static final String OPERATOR = "operator";

    private final DeskTransactions transactions;
    private final ServiceDesks desks;
    private final ApiKeys keys;
    private final Audit audit;
    private final Republication republication;
    private final DeskDeletion deletion;
    private final UnpublishedEntries outstanding;
    private final PublicationWait publication;

    Desks(
            DeskTransactions transactions,
            ServiceDesks desks,
            ApiKeys keys,
            Audit audit,
            Republication republication,
            DeskDeletion deletion,
            UnpublishedEntries outstanding,
            PublicationWait publication) {
        this.transactions = transactions;
        this.desks = desks;
        this.keys = keys;
        this.audit = audit;
        this.republication = republication;
        this.deletion = deletion;
        this.outstanding = outstanding;
        this.publication = publication;
    }

    /**
     * Makes a desk and its first key, or neither. That key has all scopes, because a key gives no
     * scope that it lacks.
     */
    NewApiKey create(DeskId id, KeyName keyName) {
        return transactions.in(
                id.text(),
                transaction -> {
                    if (!desks.create(transaction)) {
                        throw new FailedException(
                                "The service desk \"%s\" exists already; if its key was lost, make another with: create-key --desk \"%s\" --name <what it is for> --scopes read,write,ask"
                                        .formatted(id.text(), id.text()));
                    }
                    audit.record(transaction, OPERATOR, "desk.created", null, Map.of());
                    return keys.create(
                            transaction, keyName.text(), Set.of(Scope.values()), OPERATOR);
                });
    }

    NewApiKey createKey(DeskId id, KeyName name, Set<Scope> scopes) {
        return transactions.in(
                id.text(),
                transaction -> {
                    if (!desks.exists(transaction)) {
                        throw missing(id);
                    }
                    return keys.create(transaction, name.text(), scopes, OPERATOR);
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

    /**
     * Deletes a desk; for one that was deleted before, it only finds out that something waits.
     *
     * @return what was done, in a sentence
     */
    String delete(DeskId id) {
        var technicians = deletion.of(id.text());
        if (technicians.isPresent()) {
            return "The service desk \"%s\" is deleted, with its %s technicians; the topics follow."
                    .formatted(id.text(), Counts.text(technicians.getAsInt()));
        }
        if (outstanding.ofDesk(id.text()).lastDueAt() == null) {
            throw new FailedException(
                    "There is no service desk \"%s\", and no tombstones wait to be published; check the id, unless it was deleted before"
                            .formatted(id.text()));
        }
        return "The service desk \"%s\" was deleted before; the topics follow."
                .formatted(id.text());
    }

    /**
     * Waits until all that is marked has been published.
     *
     * @param id of the desk; null for all of them
     * @param word is told now and then how far it is
     */
    void awaitPublication(@Nullable DeskId id, Consumer<String> word) {
        var end =
                publication.end(
                        id == null ? outstanding.ofAll() : outstanding.ofDesk(id.text()),
                        it ->
                                word.accept(
                                        "Records that wait to be published: %s of %s"
                                                .formatted(
                                                        Counts.text(it.left()),
                                                        Counts.text(it.marks()))));
        if (end.left() > 0 && !end.moved()) {
            throw new FailedException(
                    "Nobody publishes: none of %s records went out; check that a mapping-service runs, and what it says at /actuator/health/publication. They stay marked and go out when one publishes, without this command."
                            .formatted(Counts.text(end.marks())));
        }
        if (end.left() > 0) {
            throw new FailedException(
                    "%s of %s records are not published yet, which takes too long; see what the mapping-service says at /actuator/health/publication. They stay marked and go out without this command."
                            .formatted(Counts.text(end.left()), Counts.text(end.marks())));
        }
    }

    static FailedException missing(DeskId id) {
        return new FailedException(
                "There is no service desk \"%s\"; check the id, or make the desk with: create-desk --id \"%s\""
                        .formatted(id.text(), id.text()));
    }
}
