package org.teamsavailability.simulator.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.directory.DirectoryCalls.Rules;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;

/** {@code GET /v1.0/organization}: a list of one. */
public final class OrganizationEndpoint implements Endpoint {
    private static final Rules RULES = new Rules("User.Read.All", Set.of("$select"), 1);
    private static final String INITIAL = ".onmicrosoft.com";

    private final DirectoryCalls calls;

    public OrganizationEndpoint(DirectoryCalls calls) {
        this.calls = calls;
    }

    @Override
    public @Nullable RecognizedCall understand(Exchange exchange) {
        return exchange.matches("GET", "v1.0", "organization")
                ? calls.recognized(
                        exchange,
                        Call.ORGANIZATION,
                        null,
                        List.of(),
                        RULES,
                        (tenant, _) -> organization(exchange, tenant))
                : null;
    }

    private static Reply organization(Exchange exchange, Tenant tenant) throws RefusedQuery {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", tenant.id());
        all.put("assignedPlans", List.of());
        all.put("businessPhones", List.of());
        all.put("city", null);
        all.put("country", null);
        all.put("countryLetterCode", "US");
        all.put("displayName", tenant.organization().displayName());
        all.put("tenantType", "AAD");
        all.put("verifiedDomains", domains(tenant));
        var selection = Selection.of(exchange);
        selection.check("organization", all.keySet());
        return Entity.reply(
                exchange,
                selection.context("organization"),
                Map.of("value", List.of(selection.from(all, List.copyOf(all.keySet())))));
    }

    /** The default one, and the one a tenant begins with, which may be the same. */
    private static List<Domain> domains(Tenant tenant) {
        String own = tenant.organization().domain();
        List<Domain> domains = new ArrayList<>();
        if (!own.endsWith(INITIAL)) {
            String start = tenant.id().toString().substring(0, 8);
            domains.add(new Domain("Email", false, true, "tenant-" + start + INITIAL, "Managed"));
        }
        domains.add(new Domain("Email", true, own.endsWith(INITIAL), own, "Managed"));
        return domains;
    }

    private record Domain(
            String capabilities, boolean isDefault, boolean isInitial, String name, String type) {}
}
