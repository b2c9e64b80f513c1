package org.teamsavailability.mapping.automap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.teamsavailability.mapping.technician.NamedAccount;
import org.teamsavailability.mapping.technician.SeveralMappings;

/**
 * Accepts suggestions of a run: each technician is mapped by hand to the one account that was
 * suggested. Who has several suggestions has to be mapped one by one, because nobody chose.
 */
public final class SuggestionAcceptance {

    private final AutoMap autoMap;
    private final SeveralMappings mappings;

    public SuggestionAcceptance(AutoMap autoMap, SeveralMappings mappings) {
        this.autoMap = autoMap;
        this.mappings = mappings;
    }

    /** How many technicians were mapped now, and how many were mapped so before. */
    public record Accepted(int accepted, int unchanged) {}

    /**
     * Maps all of these technicians or none.
     *
     * @param technicianIds one or more; one named twice is one
     * @throws org.teamsavailability.mapping.refusal.RefusedException an {@link AutoMapRefusal}, or
     *     a {@link org.teamsavailability.mapping.technician.TechnicianRefusal} where something
     *     changed since the run
     */
    public Accepted accept(
            String serviceDeskId, UUID runId, List<String> technicianIds, String actor) {
        var report = autoMap.find(serviceDeskId, runId);
        if (report == null) {
            throw new AutoMapRefusal.NoSuchRun(runId).exception();
        }
        var suggestions = report.suggestions();
        var tenant = report.run().microsoftTenantId();
        if (suggestions == null || tenant == null) {
            throw new AutoMapRefusal.SuggestionsUnknown(runId).exception();
        }
        var accounts = chosen(technicianIds, suggestions);
        int changed =
                mappings.set(
                        new SeveralMappings.Wish(
                                serviceDeskId,
                                tenant,
                                accounts,
                                actor,
                                Map.of("runId", runId.toString())));
        return new Accepted(changed, accounts.size() - changed);
    }

    private static Map<String, NamedAccount> chosen(
            List<String> technicianIds, Map<String, List<Suggestion>> suggestions) {
        var accounts = new TreeMap<String, NamedAccount>();
        var others = new ArrayList<AutoMapRefusal.Choice>();
        for (int i = 0; i < technicianIds.size(); i++) {
            var found = suggestions.getOrDefault(technicianIds.get(i), List.of());
            if (found.size() == 1) {
                var one = found.getFirst();
                accounts.put(
                        technicianIds.get(i),
                        new NamedAccount(one.accountId(), one.userPrincipalName()));
            } else {
                others.add(new AutoMapRefusal.Choice(i, found.size()));
            }
        }
        if (!others.isEmpty()) {
            throw new AutoMapRefusal.NotOneSuggestion(others).exception();
        }
        return accounts;
    }
}
