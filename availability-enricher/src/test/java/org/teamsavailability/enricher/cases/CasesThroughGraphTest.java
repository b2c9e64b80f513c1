package org.teamsavailability.enricher.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.teamsavailability.enricher.dispatch.AgeLimits;
import org.teamsavailability.enricher.dispatch.TeamsDispatches;
import org.teamsavailability.enricher.stage.AcceptedRequest;
import org.teamsavailability.enricher.stage.Dispatch;
import org.teamsavailability.rules.Decision;
import org.teamsavailability.schemas.CandidateAvailability;

/**
 * Answers the worked cases as the product does, from the request on the wire to Microsoft over HTTP
 * and back; only the clocks are the test's. All desks ask at once, as in life.
 */
@Tag("slow")
class CasesThroughGraphTest {

    /** Shorter than the shortest wait that throttling asks for without a time. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    /** A case is decided years from when it was read. */
    private static final Duration OF_ANOTHER_CLOCK = Duration.ofDays(36_500);

    private final SteppedTime time = new SteppedTime();
    private final CaseDesks desks = new CaseDesks();
    @AutoClose private final SimulatedMicrosoft microsoft = new SimulatedMicrosoft(time);
    private final TeamsDispatches dispatches =
            new TeamsDispatches(
                    new Decision(Duration.ofHours(2), () -> {}),
                    desks.directory(),
                    microsoft.gateway(),
                    new AgeLimits(OF_ANOTHER_CLOCK, OF_ANOTHER_CLOCK),
                    ANSWER_WITHIN);
    private int lastDesk;

    @TestFactory
    Stream<DynamicTest> answersEveryCaseAsWorkedOut() throws IOException {
        Instant deadline = time.instant().plus(ANSWER_WITHIN);
        List<Asked> asked =
                CaseFiles.all()
                        .filter(Case::hasOnlyUsableRows)
                        .map(it -> ask(it, deadline))
                        .toList();
        microsoft.letTimePassUntil(deadline);
        return asked.stream().map(this::test);
    }

    private DynamicTest test(Asked asked) {
        return DynamicTest.dynamicTest(
                asked.it().toString(),
                () -> {
                    assertThat(asked.settled()).isDone();
                    CandidateAvailability answer =
                            asked.dispatch().decide(asked.it().now()).answer();
                    Mismatches.requireNone(asked.it(), answer, microsoft.calls(asked.ids()));
                });
    }

    private Asked ask(Case it, Instant deadline) {
        CaseIds ids = new CaseIds("desk " + ++lastDesk);
        microsoft.plant(it, ids);
        desks.connect(it, ids);
        Instant respondBy = it.request().respondBy();
        boolean expired = respondBy != null && respondBy.isBefore(it.now());
        Dispatch dispatch = dispatches.open(accepted(it, ids), expired, it.now());
        return new Asked(
                it,
                ids,
                dispatch,
                dispatch.needsTeams()
                        ? dispatch.askTeams(deadline)
                        : CompletableFuture.completedStage(null));
    }

    private static AcceptedRequest accepted(Case it, CaseIds ids) {
        return new AcceptedRequest(
                ids.desk().getBytes(UTF_8),
                it.now(),
                Map.of(),
                CaseRequest.of(it, ids),
                it.now(),
                Span.getInvalid());
    }

    private record Asked(Case it, CaseIds ids, Dispatch dispatch, CompletionStage<?> settled) {}
}
