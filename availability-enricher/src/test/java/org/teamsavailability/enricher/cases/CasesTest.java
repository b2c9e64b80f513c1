package org.teamsavailability.enricher.cases;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.teamsavailability.enricher.messaging.Answers;
import org.teamsavailability.enricher.rules.Answer;
import org.teamsavailability.enricher.rules.Connection;
import org.teamsavailability.enricher.rules.Decision;
import org.teamsavailability.enricher.rules.DeskConnection;
import org.teamsavailability.enricher.rules.Plan;
import org.teamsavailability.schemas.CandidateAvailability;

/** Answers the worked cases by the rules alone, from evidence made by hand. */
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
        Plan plan =
                decision.plan(
                        it.question(),
                        null,
                        false,
                        new DeskConnection(Connection.GRANTED, true),
                        Set.copyOf(it.mapped()),
                        it.now());
        Answer answer = decision.decide(it.question(), plan, HandmadeEvidence.of(it), it.now());
        return Answers.answer(CaseRequest.of(it, new CaseIds(it.id())), answer, it.now(), false);
    }
}
