package org.teamsavailability.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.localstack.server.MappingService;
import org.teamsavailability.localstack.server.RunningStack;
import org.teamsavailability.localstack.server.StackSettings;
import org.teamsavailability.operations.console.Console;

@Tag("slow")
class SamplesCommandTest {

    @RegisterExtension
    static final RunningStack STACK = RunningStack.with(SamplesCommandTest::withoutDesks);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir private Path directory;

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

    private static StackSettings withoutDesks(StackSettings samples) {
        return new StackSettings(
                samples.installation(),
                samples.ports(),
                samples.topicPrefix(),
                samples.microsoft(),
                true,
                List.of(),
                List.of(),
                List.of(),
                samples.serviceEnvironment());
    }

    private int samples() {
        var stack = STACK.stack().endpoints();
        var service = requireNonNull(stack.mappingService());
        Map<String, String> environment =
                new HashMap<>(MappingService.database(requireNonNull(stack.database())));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafka());
        environment.put("SCHEMA_REGISTRY_URL", stack.registry());
        environment.put("TOPIC_PREFIX", stack.topicPrefix());
        environment.put("SIMULATOR_URL", requireNonNull(stack.simulator()));
        environment.put("MAPPING_SERVICE_URL", service);
        environment.put("TEAMS_AVAILABILITY_PUBLIC_URL", service);
        var printed = new PrintStream(out, true, UTF_8);
        return new Commands(
                        environment,
                        new Console(printed, printed, Clock.systemUTC()),
                        new PortFile(directory.resolve("stack.properties")))
                .samples();
    }
}
