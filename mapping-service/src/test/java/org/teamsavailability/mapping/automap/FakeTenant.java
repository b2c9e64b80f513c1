package org.teamsavailability.mapping.automap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.graph.directory.TenantDirectory;

/** A tenant's directory in memory, which can be held up and can fail. */
public final class FakeTenant implements TenantDirectory {

    private static final int PAGE = 50;

    private final Map<UUID, List<Account>> members = new ConcurrentHashMap<>();
    private final Map<UUID, GraphFailure> failures = new ConcurrentHashMap<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Semaphore turnstile;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Adds a Team; its id goes with its name. */
    public UUID team(String name, Account... accounts) {
        return team(name, List.of(accounts));
    }

    UUID team(String name, List<Account> accounts) {
        var id = People.id(name);
        members.put(id, List.copyOf(accounts));
        return id;
    }

    /** From now on the members of the Team cannot be read. */
    public void fail(UUID team, GraphFailure failure) {
        failures.put(team, failure);
    }

    /** From now on they can. */
    public void recover(UUID team) {
        failures.remove(team);
    }

    /** From now on a Team's members come only when {@link #letPass} says so. */
    public void holdUp() {
        turnstile = new Semaphore(0);
    }

    /** Lets every Team be read, those that are held up and all after them. */
    public void letAllPass() {
        var held = turnstile;
        turnstile = null;
        if (held != null) {
            held.release(Integer.MAX_VALUE / 2);
        }
    }

    /** Lets so many Teams be read. */
    public void letPass(int teams) {
        var held = turnstile;
        if (held != null) {
            held.release(teams);
        }
    }

    int askedTeams() {
        return asked.get();
    }

    /** How many Teams are being read. */
    public int nowAtOnce() {
        return now.get();
    }

    int mostAtOnce() {
        return most.get();
    }

    /** Opens when a read was interrupted. */
    CountDownLatch stopped() {
        return stopped;
    }

    @Override
    public void teams(MicrosoftTenant tenant, Consumer<List<Team>> page) {
        page.accept(List.of());
        var all = new ArrayList<Team>();
        members.keySet().forEach(id -> all.add(new Team(id, id.toString())));
        for (int from = 0; from < all.size(); from += PAGE) {
            page.accept(all.subList(from, Math.min(from + PAGE, all.size())));
        }
    }

    @Override
    public void members(MicrosoftTenant tenant, UUID team, Consumer<List<Account>> page)
            throws InterruptedException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        asked.incrementAndGet();
        try {
            var held = turnstile;
            if (held != null && !failures.containsKey(team)) {
                held.acquire();
            }
            read(team, page);
        } catch (InterruptedException e) {
            stopped.countDown();
            throw e;
        } finally {
            now.decrementAndGet();
        }
    }

    private void read(UUID team, Consumer<List<Account>> page) {
        var failure = failures.get(team);
        var accounts = members.get(team);
        if (failure != null || accounts == null) {
            throw new GraphException(
                    failure == null ? new GraphFailure.Unreachable(404, "r") : failure);
        }
        page.accept(List.of());
        for (int from = 0; from < accounts.size(); from += PAGE) {
            page.accept(accounts.subList(from, Math.min(from + PAGE, accounts.size())));
        }
    }

    @Override
    public Optional<Account> account(MicrosoftTenant tenant, String idOrUserPrincipalName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Account> search(MicrosoftTenant tenant, String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Organization organization(MicrosoftTenant tenant) {
        throw new UnsupportedOperationException();
    }
}
