package org.teamsavailability.simulator.signin;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Ids;

/** Who can sign in where: the first segment of a page's path names a tenant, or leaves it open. */
final class People {
    private static final Set<String> OPEN = Set.of("organizations", "common");
    private static final int SUGGESTED_EACH = 20;

    private final Tenants tenants;

    People(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Whether the segment leaves the tenant open. */
    static boolean isOpen(String segment) {
        return OPEN.contains(segment);
    }

    /** The tenants that the segment, a GUID or a domain or {@code organizations}, stands for. */
    List<Tenant> tenants(String segment) {
        UUID id = Ids.guid(segment);
        if (id != null) {
            Tenant tenant = tenants.find(id);
            return tenant == null ? List.of() : List.of(tenant);
        }
        boolean open = isOpen(segment);
        return tenants.all().stream()
                .filter(t -> open || t.organization().domain().equalsIgnoreCase(segment))
                .sorted(Comparator.comparing(Tenant::id))
                .toList();
    }

    /** The person that a visitor says they are; null where there is none. */
    @Nullable Person find(String segment, String as) {
        int slash = as.indexOf('/');
        UUID tenant = slash < 0 ? null : Ids.guid(as.substring(0, slash));
        String name = as.substring(slash + 1);
        return tenants(segment).stream()
                .filter(t -> slash < 0 || t.id().equals(tenant))
                .flatMap(t -> Stream.ofNullable(account(t, name)).map(a -> new Person(t, a)))
                .findFirst()
                .orElse(null);
    }

    /** Some of each tenant's people, those who may consent first. */
    List<Person> some(String segment) {
        return tenants(segment).stream()
                .flatMap(tenant ->
                        tenant.accounts().values().stream()
                                .map(account -> new Person(tenant, account))
                                .sorted(Comparator.comparing(p -> !p.mayConsent()))
                                .limit(SUGGESTED_EACH))
                .toList();
    }

    private static @Nullable Account account(Tenant tenant, String name) {
        UUID id = Ids.guid(name);
        return id == null ? tenant.signingInAs(name) : tenant.accounts().get(id);
    }
}
