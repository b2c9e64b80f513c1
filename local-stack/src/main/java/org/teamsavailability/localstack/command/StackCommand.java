package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.SampleRun;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.LocalStack;
import org.teamsavailability.localstack.server.StackSettings;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.simulator.dataset.Consent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack, sends the samples, and stays up until Ctrl-C or, as a demo, ends. */
@Command(name = "./quickstart")
final class StackCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final boolean demo;
    private final PortFile portFile;
    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final AtomicBoolean down = new AtomicBoolean();

    @Option(names = "--empty")
    private boolean empty;

    StackCommand(
            boolean demo,
            PortFile portFile,
            Map<String, String> environment,
            Clock clock,
            PrintStream out,
            PrintStream err) {
        this.demo = demo;
        this.portFile = portFile;
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        var desks = SampleDesks.load();
        var stack = new LocalStack(settings(desks), new ProgressLines(out));
        // Ctrl-C ends this process, and then nothing but this hook runs to its end.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> takeDown(stack)));
        try {
            stack.start();
            takeConsentBack(stack);
            announce(stack);
            int wrong = empty ? 0 : sendSamples(stack, desks);
            if (demo) {
                return wrong == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
            }
            new Invitation(out).print(stack.endpoints());
            return watch(stack);
        } catch (RuntimeException e) {
            if (!down.get()) {
                err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            }
            return ExitCodes.FAILED;
        } finally {
            takeDown(stack);
        }
    }

    /** Someone else's Microsoft knows nobody of the sample: without samples it needs no rows. */
    private StackSettings settings(SampleDesks desks) {
        var simulated = environment.getOrDefault("MICROSOFT_GRAPH_URL", "").isBlank();
        Instant now = clock.instant();
        return new StackSettings(
                Installation.ofThisProcess(),
                Ports.usual(),
                environment.getOrDefault("TOPIC_PREFIX", ""),
                simulated ? Samples.microsoft(clock) : null,
                true,
                simulated ? desks.plans() : List.of(),
                simulated || empty ? List.of() : desks.connections(now),
                simulated || empty ? List.of() : desks.mappings(now),
                Map.of());
    }

    /** So that a sample can show that it is found out from Microsoft. */
    private static void takeConsentBack(LocalStack stack) {
        var microsoft = stack.simulator();
        if (microsoft != null) {
            microsoft.alter(
                    SampleDesks.CONSENT_TAKEN_BACK, tenant -> tenant.withConsent(Consent.REVOKED));
        }
    }

    private void announce(LocalStack stack) {
        if (!portFile.write(stack.endpoints())) {
            err.println("Another stack of yours is up; ./quickstart ask goes on asking that one.");
        }
    }

    private int sendSamples(LocalStack stack, SampleDesks desks) {
        var printer = new SamplePrinter(out);
        var simulator = stack.endpoints().simulator();
        try (var microsoft = simulator == null ? null : SimulatorControl.at(simulator)) {
            int wrong =
                    new SampleRun(stack.endpoints(), stack.serdes(), desks, microsoft)
                            .send(Samples.requests(desks, clock), printer);
            printer.summarize(wrong);
            return wrong;
        }
    }

    /** Returns only when a server ends that should not. */
    private int watch(LocalStack stack) throws InterruptedException {
        while (true) {
            for (var server :
                    List.of(
                            stack.broker(),
                            stack.registry(),
                            stack.enricher(),
                            stack.mappingService())) {
                if (!server.isRunning()) {
                    throw server.endedUnexpectedly();
                }
            }
            Thread.sleep(LOOK_AGAIN_AFTER);
        }
    }

    private void takeDown(LocalStack stack) {
        if (down.compareAndSet(false, true)) {
            out.println("Stopping the stack …");
            portFile.remove();
            stack.close();
            out.println("Stopped. Nothing is left behind.");
        }
    }
}
