package org.teamsavailability.mapping.automap;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.technician.AccountState;
import org.teamsavailability.mapping.technician.Mapping;
import org.teamsavailability.mapping.technician.MappingOrigin;

/** Technicians, and the pages of accounts that a run reads. */
record World(List<Technician> technicians, List<List<Account>> pages) {

    static World of(List<Technician> technicians, Account... accounts) {
        return new World(technicians, List.of(List.of(accounts)));
    }

    Decision run(RunScope scope) {
        return run(scope, true);
    }

    Decision run(RunScope scope, boolean complete) {
        var seen = new SeenAccounts(technicians);
        pages.forEach(seen::see);
        return Matching.decide(technicians, seen, scope == RunScope.FULL && complete);
    }

    /** The world in which a decision was applied, as the database applies it. */
    World after(Decision decision) {
        var byId = new TreeMap<String, Technician>();
        technicians.forEach(it -> byId.put(it.id(), it));
        for (Change change : decision.changes()) {
            byId.computeIfPresent(change.technicianId(), (_, it) -> changed(it, change));
        }
        return new World(new ArrayList<>(byId.values()), pages);
    }

    private static Technician changed(Technician it, Change change) {
        return switch (change) {
            case Change.Assign assign ->
                    mapped(
                            it,
                            People.mapping(
                                    MappingOrigin.AUTO_MAPPED,
                                    assign.accountId(),
                                    assign.userPrincipalName(),
                                    AccountState.OK));
            case Change.Clear _ -> mapped(it, null);
            case Change.Note note -> mapped(it, noted(it.mapping(), note.accountState()));
        };
    }

    private static @Nullable Mapping noted(@Nullable Mapping it, AccountState state) {
        return it == null
                ? null
                : People.mapping(it.origin(), it.microsoftUserId(), it.userPrincipalName(), state);
    }

    private static Technician mapped(Technician it, @Nullable Mapping mapping) {
        return new Technician(
                it.id(), it.displayName(), it.email(), it.active(), it.ignored(), mapping);
    }
}
