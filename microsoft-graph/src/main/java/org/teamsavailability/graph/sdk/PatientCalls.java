package org.teamsavailability.graph.sdk;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.ConsentMissing;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.NotProvisioned;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.GraphFailure.Refused;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.TimedOut;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * Requests whose caller waits for them: each at its tenant's pace, and repeated where that can
 * help, with a pause that doubles and half of which is random.
 */
final class PatientCalls {

    private static final int REPEATS = 3;
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final ConcurrentMap<MicrosoftTenant, TenantPace> paces = new ConcurrentHashMap<>();
    private final Exchanges exchanges;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pause pause;

    /**
     * Asks for nothing yet.
     *
     * @param random safe for many threads
     */
    PatientCalls(Exchanges exchanges, Clock clock, RandomGenerator random, Pause pause) {
        this.exchanges = exchanges;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    /** For one read, however many requests it takes. */
    Patience patience() {
        return patience(LONGEST_WAIT);
    }

    /** The same for one that waits for Microsoft no longer than this. */
    Patience patience(Duration longest) {
        return new Patience(longest, pause);
    }

    <T> T read(
            MicrosoftTenant tenant, DirectoryRead kind, GraphRequest request, BodyReader<T> reader)
            throws InterruptedException {
        return read(tenant, kind, patience(), request, reader);
    }

    <T> T read(
            MicrosoftTenant tenant,
            DirectoryRead kind,
            Patience patience,
            GraphRequest request,
            BodyReader<T> reader)
            throws InterruptedException {
        var pace = paces.computeIfAbsent(tenant, _ -> new TenantPace(clock, pause));
        for (int failures = 0; ; failures++) {
            pace.await(kind.cost(), patience);
            try {
                return outcome(
                        exchanges.with(
                                tenant,
                                kind.workload(),
                                pace,
                                exchange -> exchange.read(request, reader)));
            } catch (GraphException e) {
                if (!helpsToRepeat(e.failure(), failures)) {
                    throw e;
                }
                if (e.failure() instanceof Throttled until) {
                    pace.close(until);
                }
                patience.spend(pauseAfter(failures), e.failure());
            }
        }
    }

    /** Throttling ends with the patience and not with a number of times. */
    private static boolean helpsToRepeat(GraphFailure failure, int failures) {
        return switch (failure) {
            case Throttled _ -> true;
            case Unreachable(var status, _) ->
                    (status == null || status >= 500) && failures < REPEATS;
            case TimedOut _ -> failures < REPEATS;
            case Malformed(var status, _) -> status != null && failures < REPEATS;
            case ConsentMissing _,
                    PermissionMissing _,
                    NotProvisioned _,
                    OwnCredentialsRefused _,
                    Refused _ ->
                    false;
        };
    }

    private Duration pauseAfter(int failures) {
        long longest = FIRST_PAUSE.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }

    private static <T> T outcome(CompletionStage<T> stage) throws InterruptedException {
        var call = stage.toCompletableFuture();
        try {
            return call.get();
        } catch (InterruptedException e) {
            call.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static GraphException failure(@Nullable Throwable cause) {
        return cause instanceof GraphException known
                ? known
                : new GraphException(new Unreachable(null, null));
    }
}
