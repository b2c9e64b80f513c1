package org.teamsavailability.mapping.automap;

import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.graph.directory.TenantDirectory;

/** Reads the members of Teams, of several at once; keeping below limits is the directory's. */
final class TeamScan {

    private static final int NOT_FOUND = 404;

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
     * Reads until all is read or something fails; after that nothing is read any more.
     *
     * @param named the Teams; empty for all of the tenant
     * @param page is given each page, on several threads
     * @param progress is told on the caller's thread, after each Team and while nothing happens
     * @throws GraphException where Microsoft does not give something
     * @throws RunFailedException where one of the named Teams does not exist
     */
    void read(
            MicrosoftTenant tenant,
            List<UUID> named,
            Consumer<List<Account>> page,
            Consumer<Progress> progress)
            throws InterruptedException {
        var threads =
                Context.taskWrapping(
                        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory()));
        try {
            var reads = new ExecutorCompletionService<Set<UUID>>(threads);
            var teams = Set.copyOf(named);
            if (teams.isEmpty()) {
                reads.submit(() -> all(tenant));
                teams = next(reads, Progress.NONE, progress);
            }
            for (UUID team : teams) {
                reads.submit(members(tenant, team, !named.isEmpty(), page));
            }
            for (int done = 0; done < teams.size(); done++) {
                progress.accept(new Progress(done, teams.size()));
                next(reads, new Progress(done, teams.size()), progress);
            }
            progress.accept(new Progress(teams.size(), teams.size()));
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private Set<UUID> all(MicrosoftTenant tenant) throws InterruptedException {
        var ids = new LinkedHashSet<UUID>();
        directory.teams(tenant, page -> page.stream().map(Team::id).forEach(ids::add));
        return ids;
    }

    private Callable<Set<UUID>> members(
            MicrosoftTenant tenant, UUID team, boolean isNamed, Consumer<List<Account>> page) {
        return () -> {
            try {
                directory.members(tenant, team, page);
                return Set.of(team);
            } catch (GraphException e) {
                var status = e.failure().status();
                throw isNamed && status != null && status == NOT_FOUND
                        ? new RunFailedException(RunFailure.teamNotFound(team))
                        : e;
            }
        };
    }

    private Set<UUID> next(
            ExecutorCompletionService<Set<UUID>> reads, Progress now, Consumer<Progress> progress)
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
