package org.teamsavailability.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.Statuses;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.server.ArmOptions;
import org.teamsavailability.benchmarks.server.ArmProcess;
import org.teamsavailability.benchmarks.server.Home;
import org.teamsavailability.benchmarks.server.MappingProcess;
import org.teamsavailability.benchmarks.server.Servers;
import org.teamsavailability.benchmarks.world.World;

/**
 * Each arm answers requests, and ours also calls over HTTP; how fast is not looked at. All arms
 * share the servers.
 */
@Tag("slow")
class EveryArmTest {

    private static final World WORLD = new World("smoke", 3, 20);
    private static final World ONE_DESK = new World("smoke-http", 1, 20);

    /** Long enough for a busy machine. A call waits as long for its answer. */
    private static final Duration RESPOND_BY = Duration.ofSeconds(25);

    private static final Window WINDOW = new Window(Duration.ZERO, Duration.ofSeconds(1));

    private static Servers servers;

    @BeforeAll
    static void startServers() {
        servers = Servers.start(Home.ofThisProcess(), true);
    }

    @AfterAll
    static void stopServers() {
        if (servers != null) {
            servers.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersEveryRequestOnce(Arm arm) throws InterruptedException {
        try (var process = new ArmProcess(servers, arm, WORLD, ArmOptions.USUAL)) {
            process.start();

            var result = new Generator(servers, process).offer(Load.of(WORLD, 3, 5, WINDOW));

            assertThat(result.offered()).isEqualTo(5);
            assertThat(result.unanswered()).isZero();
            assertThat(result.fromTeams()).isPositive();
            assertThat(result.duplicates()).isZero();
            assertThat(result.calls().throttled()).isZero();
            assertThat(process.cpu()).isPositive();
        }
    }

    @Test
    void answersEveryCallOverHttp() throws InterruptedException {
        var load = Load.of(ONE_DESK, 1, 5, WINDOW);
        try (var arm = new ArmProcess(servers, Arm.OURS, ONE_DESK, ArmOptions.USUAL)) {
            arm.start();
            try (var service = new MappingProcess(servers, arm, ONE_DESK)) {
                service.start();

                var result =
                        new Generator(servers, arm, service)
                                .offer(load.with(load.content().within(RESPOND_BY)));

                assertThat(result.offered()).isEqualTo(5);
                assertThat(result.unanswered()).isZero();
                assertThat(result.fromTeams()).isPositive();
                assertThat(result.statuses().of(Statuses.ANSWERED)).isEqualTo(5);
                assertThat(result.statuses().failed()).isZero();
                assertThat(service.waiting()).isZero();
                assertThat(service.cpu()).isPositive();
            }
        }
    }
}
