package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.sample.Sample;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.SampleRun;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.operations.traffic.Conversation;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;

/** The samples are answered, one after the other and all at once. */
@OnTheStack
@ResourceLock(SharedStack.SAMPLES)
class LocalStackTest {

    private final World world;
    private final SampleDesks desks = SampleDesks.load();

    LocalStackTest(World world) {
        this.world = world;
    }

    @Test
    void everySampleIsAnsweredAsExpected() {
        var mistakes = new ArrayList<String>();
        var listener =
                new SampleRun.Listener() {
                    @Override
                    public void heard(
                            Sample sample,
                            @Nullable CandidateAvailability answer,
                            Duration took,
                            List<String> wrong) {
                        wrong.forEach(
                                line -> mistakes.add(sample.request().getRequestId() + " " + line));
                    }

                    @Override
                    public void heard(FallbackReason fallback) {}
                };

        try (var microsoft = SimulatorControl.at(world.endpoints().simulator())) {
            int wrong =
                    new SampleRun(world.endpoints(), world.serdes(), desks, microsoft)
                            .send(Samples.requests(desks, Clock.systemUTC()), listener);

            assertThat(mistakes).isEmpty();
            assertThat(wrong).isZero();
        }
    }

    @Test
    void requestsThatArePublishedTogetherAreAnsweredInTheirOrder() {
        var requests =
                Samples.requests(desks, Clock.systemUTC()).stream()
                        .filter(sample -> sample.fault() == null)
                        .map(Sample::request)
                        .toList();

        assertThat(ask(requests))
                .extracting(CandidateAvailability::getRequestId)
                .containsExactlyElementsOf(
                        requests.stream().map(request -> request.getRequestId()).toList());
    }

    /**
     * Publishes the requests at once; the answers are in their order, those that came in a minute.
     */
    private List<CandidateAvailability> ask(List<DispatchRequested> requests) {
        try (var conversation = Conversation.open(world.endpoints().access(), world.serdes())) {
            var answers = new ArrayList<CandidateAvailability>();
            conversation.ask(
                    requests,
                    World.PATIENCE,
                    exchange -> {
                        if (exchange.answer() != null) {
                            answers.add(exchange.answer());
                        }
                    });
            return answers;
        }
    }
}
