package org.teamsavailability.mapping.automap;

import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.graph.directory.TenantDirectory;

/** Reads the members of Teams, of several at once; keeping below limits is the directory's. */
final class TeamScan {

    private final TenantDirectory directory;
    private final int atOnce;
    private final Duration beat;

    /**
     * @param atOnce how many Teams are read at the same time, 1 or more
     * @param beat how often progress is told at least
     */
    TeamScan(TenantDirectory directory, int atOnce, Duration beat) {
        this.directory = directory;
        this.atOnce = atOnce;
        this.beat = beat;
    }

    /**
     * Reads until all is read or something fails that is not one Team's fault; after that nothing
     * is read any more.
     *
     * @param named the Teams; empty for all of the tenant
     * @param page is given each page, on several threads
     * @param progress is told on the caller's thread, after each Team and while nothing happens
     * @return which Teams were read
     * @throws GraphException where Microsoft does not give something
     * @throws RunFailedException where none of the named Teams exists
     */
    TeamTally read(
            MicrosoftTenant tenant,
            List<UUID> named,
            Consumer<List<Account>> page,
            Consumer<Progress> progress)
            throws InterruptedException {
        var threads =
                Context.taskWrapping(
                        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory()));
        try {
            var teams = named.isEmpty() ? listed(threads, tenant, progress) : unnamed(named);
            var tally = new TeamTally(teams.size(), !named.isEmpty());
            var reads = new ExecutorCompletionService<TeamRead>(threads);
            for (Team team : teams) {
                reads.submit(members(tenant, team, page));
            }
            for (int done = 0; done < teams.size(); done++) {
                var now = new Progress(done, teams.size());
                progress.accept(now);
                next(reads, now, progress).count(tally);
            }
            progress.accept(new Progress(teams.size(), teams.size()));
            tally.end();
            return tally;
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    /** What became of a Team: null where it was read. */
    private record TeamRead(Team team, @Nullable GraphException refusal) {

        void count(TeamTally tally) {
            if (refusal == null) {
                tally.read();
            } else {
                tally.failed(team, refusal);
            }
        }
    }

    private Collection<Team> listed(
            Executor threads, MicrosoftTenant tenant, Consumer<Progress> progress)
            throws InterruptedException {
        var reads = new ExecutorCompletionService<Collection<Team>>(threads);
        reads.submit(() -> all(tenant));
        return next(reads, Progress.NONE, progress);
    }

    private Collection<Team> all(MicrosoftTenant tenant) throws InterruptedException {
        var teams = new LinkedHashMap<UUID, Team>();
        directory.teams(tenant, page -> page.forEach(it -> teams.put(it.id(), it)));
        return teams.values();
    }

    private static Collection<Team> unnamed(List<UUID> ids) {
        return ids.stream().distinct().map(id -> new Team(id, "")).toList();
    }

    private Callable<TeamRead> members(
            MicrosoftTenant tenant, Team team, Consumer<List<Account>> page) {
        return () -> {
            try {
                directory.members(tenant, team.id(), page);
                return new TeamRead(team, null);
            } catch (GraphException e) {
                return new TeamRead(team, e);
            }
        };
    }

    private <T> T next(
            ExecutorCompletionService<T> reads, Progress now, Consumer<Progress> progress)
            throws InterruptedException {
        var read = reads.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
        while (read == null) {
            progress.accept(now);
            read = reads.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
        }
        try {
            return read.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case InterruptedException stopped -> throw stopped;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
