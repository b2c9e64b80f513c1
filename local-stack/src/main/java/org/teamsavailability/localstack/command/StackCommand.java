package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.SampleRun;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.LocalStack;
import org.teamsavailability.localstack.server.StackSettings;
import org.teamsavailability.localstack.server.StartTraining;
import org.teamsavailability.operations.answer.Marks;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.servers.process.Ports;
import org.teamsavailability.simulator.dataset.Consent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack, sends the samples, and stays up until Ctrl-C or, as a demo, ends. */
@Command(
        name = "./quickstart",
        description = {
            "Starts Teams Availability on this machine: Kafka, a schema registry, PostgreSQL, a"
                    + " simulated Microsoft, the enricher and the mapping service. It builds what"
                    + " is needed, sends the sample requests and stays up until Ctrl-C.",
            "Without a command it does that; the others ask the stack that is up."
        },
        footer = {
            "",
            "Environment:",
            "  MICROSOFT_CLIENT_ID  with a credential, such as MICROSOFT_CLIENT_SECRET_FILE:",
            "                       a real Microsoft, and no samples",
            "  QUICKSTART_PATIENCE  how many seconds each step may take, 300 without it",
            "  TOPIC_PREFIX         in front of the names of the topics",
            "  NO_COLOR             no colours, also on a terminal",
            "",
            "Exit 0: done. 1: failed or unanswered. 2: wrong arguments. 3: no stack is up."
        },
        synopsisSubcommandLabel = "[COMMAND]")
final class StackCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

    /** The system property by which the script says that the screen shows colours. */
    private static final String COLOURS = "localstack.colours";

    private final boolean demo;
    private final PortFile portFile;
    private final Map<String, String> environment;
    private final MicrosoftChoice microsoft;
    private final Marks marks;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final AtomicBoolean down = new AtomicBoolean();
    private final AtomicReference<@Nullable StartTraining> trainings = new AtomicReference<>();

    @Option(names = "--verbose", description = "prints every sentence of the answers")
    private boolean verbose;

    @Option(names = "--empty", description = "sends no samples")
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
        this.microsoft = MicrosoftChoice.by(environment);
        this.marks = Marks.ofThisProcess(Boolean.getBoolean(COLOURS));
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        var desks = SampleDesks.load();
        empty |= microsoft.ownAddress();
        var start =
                new StackStart<LocalStack>(
                        () -> new LocalStack(settings(desks), new ProgressLines(out)), out);
        // Ctrl-C ends this process, and then nothing but this hook runs to its end.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> takeDown(start)));
        try {
            var stack = start.start();
            takeConsentBack(stack);
            boolean announced = portFile.write(stack.endpoints());
            int wrong = empty ? 0 : sendSamples(stack, desks);
            if (demo) {
                new StartedBanner(out).printAfterDemo();
                return wrong == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
            }
            new StartedBanner(out).print(stack.endpoints(), announced);
            try (var training = StartTraining.inTheBackground(Installation.ofThisProcess())) {
                trainings.set(training);
                training.start();
                watch(stack);
            }
            return ExitCodes.DONE;
        } catch (RuntimeException e) {
            if (!down.get()) {
                new StackFailure(Installation.ofThisProcess().keptLogs(), err)
                        .explain(e, start.current());
            }
            return ExitCodes.FAILED;
        } finally {
            takeDown(start);
        }
    }

    /** Someone else's Microsoft knows nobody of the sample: without samples it needs no rows. */
    private StackSettings settings(SampleDesks desks) {
        var simulated = microsoft.simulated();
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
        var simulator = stack.simulator();
        if (simulator != null) {
            simulator.alter(
                    SampleDesks.CONSENT_TAKEN_BACK, tenant -> tenant.withConsent(Consent.REVOKED));
        }
    }

    private int sendSamples(LocalStack stack, SampleDesks desks) {
        var simulator = stack.endpoints().simulator();
        try (var control = simulator == null ? null : SimulatorControl.at(simulator)) {
            var run = new SampleRun(stack.endpoints(), stack.serdes(), desks, control);
            var samples = run.sendable(Samples.requests(desks, clock));
            var printer = new SamplePrinter(out, marks, verbose, samples.size());
            int wrong = run.send(samples, printer);
            printer.summarize(wrong);
            return wrong + new SampleOverHttp(stack, printer).ask(samples.getFirst());
        }
    }

    /**
     * Never returns, and throws when a server ends that should not. {@code ask} reaches this stack
     * from when no other one of this user is up.
     */
    private void watch(LocalStack stack) throws InterruptedException {
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
            portFile.write(stack.endpoints());
            Thread.sleep(LOOK_AGAIN_AFTER);
        }
    }

    private void takeDown(StackStart<LocalStack> start) {
        if (down.compareAndSet(false, true)) {
            out.println();
            out.println("Stopping the stack ...");
            portFile.remove();
            Optional.ofNullable(trainings.get()).ifPresent(StartTraining::close);
            start.close();
            out.println("Stopped.");
        }
    }
}
