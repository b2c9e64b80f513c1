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
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;

/** What {@code ./quickstart demo} shows is so. */
@OnTheStack
@ResourceLock(SharedStack.SAMPLES)
class EverySampleTest {

    private final World world;

    EverySampleTest(World world) {
        this.world = world;
    }

    @Test
    void answersEverySampleOfTheDemoAsItSays() {
        var clock = Clock.systemUTC();
        var desks = SampleDesks.load();
        var mistakes = new ArrayList<String>();

        try (var microsoft = SimulatorControl.at(world.endpoints().simulator())) {
            int wrong =
                    new SampleRun(world.endpoints(), world.serdes(), desks, microsoft)
                            .send(Samples.requests(desks, clock), listener(mistakes));

            assertThat(mistakes).isEmpty();
            assertThat(wrong).isZero();
        }
    }

    private static SampleRun.Listener listener(List<String> all) {
        return new SampleRun.Listener() {
            @Override
            public void heard(
                    Sample sample,
                    @Nullable CandidateAvailability answer,
                    Duration took,
                    List<String> mistakes) {
                mistakes.forEach(mistake -> all.add(sample.shows() + ": " + mistake));
            }

            @Override
            public void heard(FallbackReason fallback) {}
        };
    }
}
