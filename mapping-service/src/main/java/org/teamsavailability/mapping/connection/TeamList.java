package org.teamsavailability.mapping.connection;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.graph.directory.TenantDirectory;

/** The Teams of a desk's tenant, by name; read again after a minute. */
public final class TeamList {

    /** How long a list that was read serves the pages of it. */
    static final Duration KEPT = Duration.ofSeconds(60);

    /**
     * How long after a consent its permissions may still come, through Microsoft's data centres.
     */
    public static final Duration CONSENT_SPREADS = Duration.ofMinutes(5);

    private static final long MOST_TEAMS_KEPT = 1_000_000;

    private record Key(String serviceDeskId, MicrosoftTenant tenant) {}

    private final ConnectionStatus status;
    private final Connections connections;
    private final TenantDirectory directory;
    private final ConsentWatch watch;
    private final Clock clock;
    private final AsyncCache<Key, List<Team>> lists;

    public TeamList(
            ConnectionStatus status,
            Connections connections,
            TenantDirectory directory,
            ConsentWatch watch,
            Clock clock) {
        this.status = status;
        this.connections = connections;
        this.directory = directory;
        this.watch = watch;
        this.clock = clock;
        this.lists =
                Caffeine.newBuilder()
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .expireAfterWrite(KEPT)
                        .maximumWeight(MOST_TEAMS_KEPT)
                        .<Key, List<Team>>weigher((_, teams) -> teams.size() + 1)
                        .buildAsync();
    }

    /**
     * Where a Team stands in the list: by name without regard to case, then by id.
     *
     * @return text that sorts as the list does
     */
    public static String place(Team team) {
        return team.displayName().toLowerCase(Locale.ROOT) + "\n" + team.id();
    }

    /**
     * The Teams after this place.
     *
     * @param after null from the first on
     * @throws org.teamsavailability.mapping.refusal.RefusedException a {@link ConnectionRefusal}
     *     while consent is missing or spreads, or where the permission is missing
     * @throws GraphException where Microsoft does not give the list
     */
    public List<Team> after(String serviceDeskId, @Nullable String after, int most) {
        return all(serviceDeskId).stream()
                .filter(team -> after == null || place(team).compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    private List<Team> all(String serviceDeskId) {
        var connection = connections.find(serviceDeskId);
        if (connection != null && connection.consent() != ConsentState.GRANTED) {
            connection = status.of(serviceDeskId);
        }
        var tenant = connection == null ? null : connection.tenant();
        if (connection == null || tenant == null || connection.consent() != ConsentState.GRANTED) {
            throw notYet(connection).exception();
        }
        try {
            return list(new Key(serviceDeskId, tenant));
        } catch (GraphException e) {
            watch.refused(serviceDeskId, e.failure());
            throw refused(connection, e);
        }
    }

    /**
     * The first caller of a key reads, the others wait for it. Loading within the cache would make
     * callers of other keys wait as well: of all that share a bin of its table.
     */
    private List<Team> list(Key key) {
        var mine = new CompletableFuture<List<Team>>();
        var reads = lists.asMap().putIfAbsent(key, mine);
        if (reads != null) {
            return joined(reads);
        }
        try {
            var teams = read(key.tenant());
            mine.complete(teams);
            return teams;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private static List<Team> joined(CompletableFuture<List<Team>> reads) {
        try {
            return reads.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException e) {
                throw e;
            }
            throw failed;
        }
    }

    private List<Team> read(MicrosoftTenant tenant) {
        var teams = new ArrayList<Team>();
        try {
            directory.teams(tenant, teams::addAll);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The service stops");
        }
        teams.sort(Comparator.comparing(TeamList::place));
        return List.copyOf(teams);
    }

    private RuntimeException refused(Connection connection, GraphException refusal) {
        return switch (refusal.failure()) {
            case GraphFailure.ConsentMissing _ ->
                    notYet(connections.find(connection.serviceDeskId())).exception();
            case GraphFailure.PermissionMissing missing ->
                    isSpreading(connection)
                            ? notYet(connection).exception()
                            : new ConnectionRefusal.PermissionMissing(missing.permission())
                                    .exception();
            case GraphFailure.Unreachable _,
                    GraphFailure.TimedOut _,
                    GraphFailure.Throttled _,
                    GraphFailure.NotProvisioned _,
                    GraphFailure.Malformed _,
                    GraphFailure.OwnCredentialsRefused _,
                    GraphFailure.Refused _ ->
                    refusal;
        };
    }

    /** Whether it was granted so lately that permissions may still come. */
    private boolean isSpreading(Connection connection) {
        return clock.instant().isBefore(connection.updatedAt().plus(CONSENT_SPREADS));
    }

    private static ConnectionRefusal notYet(@Nullable Connection connection) {
        if (connection == null || connection.microsoftTenantId() == null) {
            return new ConnectionRefusal.ConsentNotGranted();
        }
        return connection.consent() == ConsentState.REVOKED
                ? new ConnectionRefusal.ConsentRevoked()
                : new ConnectionRefusal.ConsentSpreads();
    }
}
