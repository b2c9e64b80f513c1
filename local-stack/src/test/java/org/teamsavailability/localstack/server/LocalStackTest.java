package org.teamsavailability.localstack.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.sample.Sample;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.SampleRun;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.SerdeSettings;

class LocalStackTest {

    @RegisterExtension static final RunningStack STACK = RunningStack.withSamples();

    private final SampleDesks desks = SampleDesks.load();

    @Test
    void everySampleIsAnsweredAsExpected() {
        var mistakes = new ArrayList<String>();
        var listener =
                new SampleRun.Listener() {
                    @Override
                    public void heard(
                            Sample sample,
                            @Nullable CandidateAvailability answer,
                            List<String> wrong) {
                        wrong.forEach(
                                line -> mistakes.add(sample.request().getRequestId() + " " + line));
                    }

                    @Override
                    public void heard(FallbackReason fallback) {}
                };

        var stack = STACK.stack();
        try (var microsoft = SimulatorControl.at(stack.endpoints().simulator())) {
            int wrong =
                    new SampleRun(stack.endpoints(), stack.serdes(), desks, microsoft)
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

        assertThat(STACK.ask(requests))
                .extracting(CandidateAvailability::getRequestId)
                .containsExactlyElementsOf(
                        requests.stream().map(request -> request.getRequestId()).toList());
    }

    @Test
    void theRegistryKeepsItsSchemasOverARestart() {
        var stack = STACK.stack();

        stack.registry().stop();
        stack.registry().start();

        new SchemaRegistration(
                        SerdeSettings.apicurio(stack.endpoints().registry()),
                        stack.endpoints().topicPrefix())
                .verify(Topics.ALL);
    }
}
