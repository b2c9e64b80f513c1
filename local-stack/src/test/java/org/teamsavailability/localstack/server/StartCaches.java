package org.teamsavailability.localstack.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.sample.Sample;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.SampleRun;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.servers.process.JavaCommand;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.servers.process.StartTimeout;

/**
 * Makes the caches from which the tests start the services' jars with less CPU time: a stack
 * answers the samples, and each service writes what it has loaded when it stops. The build runs
 * this program before the tests. Without caches the tests are slower and nothing else.
 */
public final class StartCaches {

    private final Installation home;

    private StartCaches(Installation home) {
        this.home = home;
    }

    /** Makes the caches that are missing. */
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // Apicurio's client logs each look-up there
        var caches = new StartCaches(Installation.ofThisProcess());
        if (!caches.exist()) {
            caches.make();
        }
        System.exit(0); // also where a client of the stack keeps a thread
    }

    private List<Path> jars() {
        return List.of(home.enricher(), home.mappingService());
    }

    private boolean exist() {
        return jars().stream()
                .map(JavaCommand::cache)
                .allMatch(cache -> cache != null && Files.isRegularFile(cache));
    }

    private void make() {
        long start = System.nanoTime();
        try {
            remove();
            train();
            System.out.printf(
                    "The services' start caches are made: %d s%n",
                    (System.nanoTime() - start) / 1_000_000_000);
        } catch (RuntimeException e) {
            remove();
            System.out.println(
                    "There are no start caches, the tests are slower: " + e.getMessage());
        }
    }

    /** Also those of other jars. */
    private void remove() {
        for (var jar : jars()) {
            try (var files =
                    Files.newDirectoryStream(jar.getParent(), "*" + JavaCommand.CACHE + "*")) {
                for (var file : files) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("A cache cannot be removed", e);
            }
        }
    }

    private void train() {
        var clock = Clock.systemUTC();
        try (var stack = inTraining(clock)) {
            stack.start();
            var desks = SampleDesks.load();
            var service = requireNonNull(stack.endpoints().mappingService());
            var setUp =
                    new DeskSetUp(
                            home,
                            stack.endpoints(),
                            stack.serdes(),
                            MappingService.database(requireNonNull(stack.endpoints().database())),
                            desks.plans());
            setUp.connect(service, service, setUp.createDesks());
            try (var microsoft = SimulatorControl.at(stack.endpoints().simulator())) {
                new SampleRun(stack.endpoints(), stack.serdes(), desks, microsoft)
                        .send(Samples.requests(desks, clock), new Nobody());
            }
            Together.run(
                    () -> stack.enricher().stop(StartTimeout.get()),
                    () -> stack.mappingService().stop(StartTimeout.get()));
        }
    }

    /** Its services write caches when they end; commands do not. */
    private LocalStack inTraining(Clock clock) {
        System.setProperty(JavaCommand.TRAINING, "true");
        try {
            return new LocalStack(
                    new StackSettings(
                            home,
                            Ports.anyFree(),
                            "training-",
                            Samples.microsoft(clock),
                            true,
                            List.of(),
                            List.of(),
                            List.of(),
                            Map.of()),
                    Progress.silent());
        } finally {
            System.clearProperty(JavaCommand.TRAINING);
        }
    }

    private static final class Nobody implements SampleRun.Listener {

        @Override
        public void heard(
                Sample sample, @Nullable CandidateAvailability answer, List<String> mistakes) {}

        @Override
        public void heard(FallbackReason fallback) {}
    }
}
