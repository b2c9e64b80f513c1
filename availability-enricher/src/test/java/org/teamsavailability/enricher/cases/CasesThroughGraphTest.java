package org.teamsavailability.enricher.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.teamsavailability.enricher.answering.TeamsDispatches;
import org.teamsavailability.enricher.rules.Decision;
import org.teamsavailability.enricher.stage.Dispatch;
import org.teamsavailability.enricher.stage.TakenRequest;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * Answers the worked cases as the product does, from the request on the wire to Microsoft over HTTP
 * and back; only the decision clock is the case's. All desks ask at once, as in life.
 */
class CasesThroughGraphTest {

    /** Longer than a slow machine needs for all cases. */
    private static final Duration PATIENT = Duration.ofSeconds(30);

    /**
     * Shorter than any timeout of the calls, or than the shortest wait that throttling asks for.
     */
    private static final Duration IMPATIENT = Duration.ofSeconds(3);

    private final Clock clock = Clock.systemUTC();
    private final CaseDesks desks = new CaseDesks();
    @AutoClose private final SimulatedMicrosoft microsoft = new SimulatedMicrosoft(clock);
    private final TeamsDispatches dispatches =
            new TeamsDispatches(
                    new Decision(Duration.ofHours(2), () -> {}),
                    desks.directory(),
                    microsoft.gateway(),
                    Duration.ofSeconds(2));
    private int lastDesk;

    @TestFactory
    Stream<DynamicTest> answersEveryCaseAsWorkedOut() throws IOException {
        List<Asked> prompt = ask(PATIENT, it -> !keepsWaiting(it));
        prompt.forEach(Asked::await);
        List<Asked> hanging = ask(IMPATIENT, CasesThroughGraphTest::keepsWaiting);
        return Stream.concat(prompt.stream(), hanging.stream()).map(this::test);
    }

    private DynamicTest test(Asked asked) {
        return DynamicTest.dynamicTest(
                asked.it().toString(),
                () -> {
                    asked.await();
                    CandidateAvailability answer =
                            asked.dispatch().decide(asked.it().now()).answer();
                    Mismatches.requireNone(asked.it(), answer, microsoft.calls(asked.ids()));
                });
    }

    private List<Asked> ask(Duration patience, Predicate<Case> which) throws IOException {
        return CaseFiles.all().filter(which).map(it -> ask(it, patience)).toList();
    }

    private Asked ask(Case it, Duration patience) {
        CaseIds ids = new CaseIds("desk " + ++lastDesk);
        microsoft.plant(it, ids);
        desks.connect(it, ids);
        Dispatch dispatch = dispatches.open(taken(it, ids), false, it.now());
        return new Asked(
                it,
                ids,
                dispatch,
                dispatch.needsTeams()
                        ? dispatch.askTeams(clock.instant().plus(patience))
                        : CompletableFuture.completedStage(null));
    }

    private static TakenRequest taken(Case it, CaseIds ids) {
        return new TakenRequest(
                ids.desk().getBytes(UTF_8),
                it.now(),
                Map.of(),
                CaseRequest.of(it, ids),
                it.now(),
                Span.getInvalid());
    }

    /** Whether Microsoft does not answer it, or wants to be asked later without saying when. */
    private static boolean keepsWaiting(Case it) {
        return Stream.concat(
                        Stream.of(it.graph().tokenFault(), it.graph().presenceFault()),
                        it.rotaTeams().stream().map(it.graph()::rotaFault))
                .anyMatch(Set.of("hang", "AADSTS90055")::contains);
    }

    private record Asked(Case it, CaseIds ids, Dispatch dispatch, CompletionStage<?> settled) {

        void await() {
            settled.toCompletableFuture()
                    .orTimeout(2 * PATIENT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }
}
