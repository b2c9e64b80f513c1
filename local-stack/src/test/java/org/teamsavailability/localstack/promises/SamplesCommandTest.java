package org.teamsavailability.localstack.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teamsavailability.localstack.command.Commands;
import org.teamsavailability.localstack.server.MappingService;

/** The samples are sent to an installation that runs elsewhere, as often as one likes. */
@OnTheWholeStack
class SamplesCommandTest {

    private final WholeStack stack;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    SamplesCommandTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void aSecondRunShowsTheSameAsTheFirst() {
        assertThat(samples()).as(out::toString).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("4 service desks are set up through the API")
                .contains("every answer as expected");

        out.reset();
        assertThat(samples()).as(out::toString).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("The service desks are there already, and connected again.")
                .contains("every answer as expected");
    }

    private int samples() {
        var there = stack.endpoints();
        Map<String, String> environment = new HashMap<>(MappingService.database(stack.database()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", there.kafka());
        environment.put("SCHEMA_REGISTRY_URL", there.registry());
        environment.put("TOPIC_PREFIX", there.topicPrefix());
        environment.put("SIMULATOR_URL", requireNonNull(there.simulator()));
        environment.put("MAPPING_SERVICE_URL", stack.service());
        environment.put("TEAMS_AVAILABILITY_PUBLIC_URL", stack.service());
        var printed = new PrintStream(out, true, UTF_8);
        return new Commands(environment, Clock.systemUTC(), printed, printed).samples();
    }
}
