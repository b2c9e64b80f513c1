package org.teamsavailability.enricher.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.teamsavailability.enricher.messaging.Answers;
import org.teamsavailability.enricher.messaging.Questions;
import org.teamsavailability.rules.Answer;
import org.teamsavailability.rules.Connection;
import org.teamsavailability.rules.Decision;
import org.teamsavailability.rules.DeskConnection;
import org.teamsavailability.rules.Plan;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;

/** Answers the worked cases by the rules alone, from made-up evidence. */
class CasesTest {

    private final Decision decision = new Decision(Duration.ofHours(2), () -> {});

    @TestFactory
    Stream<DynamicTest> answersEveryCaseAsWorkedOut() throws IOException {
        return CaseFiles.all().map(this::test);
    }

    private DynamicTest test(Case it) {
        return DynamicTest.dynamicTest(
                it.toString(), () -> Mismatches.requireNone(it, answer(it), null));
    }

    private CandidateAvailability answer(Case it) {
        DispatchRequested request = CaseRequest.of(it, new CaseIds(it.id()));
        Instant respondBy = request.getRespondBy();
        Plan plan =
                decision.plan(
                        it.question(),
                        Questions.read(request.getServiceDeskId().getBytes(UTF_8), request)
                                .problem(),
                        respondBy != null && respondBy.isBefore(it.now()),
                        new DeskConnection(Connection.GRANTED, true),
                        Set.copyOf(it.mapped()),
                        it.now());
        Answer answer = decision.decide(it.question(), plan, FakeEvidence.of(it), it.now());
        return Answers.answer(request, answer, it.now(), false);
    }
}
