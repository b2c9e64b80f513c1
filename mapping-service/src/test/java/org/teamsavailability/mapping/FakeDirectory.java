package org.teamsavailability.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.automap.FakeTenant;

/** A directory in memory: accounts by tenant, or a failure; and Teams, the same of each tenant. */
public final class FakeDirectory implements TenantDirectory {

    private final FakeTenant teams = new FakeTenant();
    private final Map<UUID, Map<String, Account>> accounts = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable GraphFailure> failure = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** The Teams and their members. */
    public FakeTenant teams() {
        return teams;
    }

    /** An enabled account of the tenant. */
    public Account account(UUID tenant, String signInName) {
        return put(tenant, account(signInName, true));
    }

    /** An account that nobody can sign in with. */
    public Account disabled(UUID tenant, String signInName) {
        return put(tenant, account(signInName, false));
    }

    /** An account as Graph shows it without User.Read.All. */
    public Account nameless(UUID tenant) {
        return put(tenant, account(null, true));
    }

    /** This account of the tenant. */
    public Account has(UUID tenant, Account account) {
        return put(tenant, account);
    }

    private Account put(UUID tenant, Account account) {
        accounts.computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>())
                .put(account.id().toString(), account);
        return account;
    }

    /** From now on every read fails; null: none. */
    public void failWith(@Nullable GraphFailure failure) {
        this.failure.set(failure);
    }

    /** How many reads there were. */
    public int asked() {
        return asked.get();
    }

    private static Account account(@Nullable String signInName, boolean enabled) {
        return new Account(
                UUID.randomUUID(), signInName, null, null, enabled, false, List.of(), List.of());
    }

    @Override
    public Optional<Account> account(MicrosoftTenant tenant, String idOrUserPrincipalName) {
        asked.incrementAndGet();
        var refused = failure.get();
        if (refused != null) {
            throw new GraphException(refused);
        }
        return Optional.ofNullable(
                accounts.getOrDefault(tenant.id(), Map.of()).get(idOrUserPrincipalName));
    }

    @Override
    public List<Account> search(MicrosoftTenant tenant, String text) {
        var refused = failure.get();
        if (refused != null) {
            throw new GraphException(refused);
        }
        return accounts.getOrDefault(tenant.id(), Map.of()).values().stream()
                .filter(it -> String.valueOf(it.userPrincipalName()).startsWith(text))
                .limit(MOST_FOUND)
                .toList();
    }

    @Override
    public void teams(MicrosoftTenant tenant, Consumer<List<Team>> page) {
        teams.teams(tenant, page);
    }

    @Override
    public void members(MicrosoftTenant tenant, UUID team, Consumer<List<Account>> page)
            throws InterruptedException {
        teams.members(tenant, team, page);
    }

    @Override
    public Organization organization(MicrosoftTenant tenant) {
        throw new UnsupportedOperationException();
    }
}
