package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.teamsavailability.localstack.administration.DesksExistException;
import org.teamsavailability.localstack.administration.SimulatorControl;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.SampleRun;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.localstack.server.DeskSetUp;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.operations.answer.Marks;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.SerdeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code samples}: brings the sample world into an installation that runs elsewhere, and sends the
 * samples to it. The environment says where that is; {@code docker-compose.simulator.yml} has it.
 */
@Command(
        name = "samples",
        description =
                "Sets the sample desks up in the installation that the environment names, and"
                        + " sends the sample requests there.")
final class SamplesCommand implements Callable<Integer> {

    @Option(names = "--verbose", description = "prints every sentence of the answers")
    private boolean verbose;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;

    SamplesCommand(Map<String, String> environment, Clock clock, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        var desks = SampleDesks.load();
        var stack =
                new Endpoints(
                        required("KAFKA_BOOTSTRAP_SERVERS"),
                        required("SCHEMA_REGISTRY_URL"),
                        "",
                        required("MAPPING_SERVICE_URL"),
                        null,
                        required("SIMULATOR_URL"),
                        environment.getOrDefault("TOPIC_PREFIX", ""));
        try (var microsoft = SimulatorControl.at(stack.simulator());
                var serdes = new RecordSerdes(SerdeSettings.apicurio(stack.registry()))) {
            Samples.tenants().forEach(microsoft::tenant);
            setUp(desks, stack, serdes);
            microsoft.consent(SampleDesks.CONSENT_TAKEN_BACK, "revoked");
            var samples = Samples.requests(desks, clock);
            var printer = new SamplePrinter(out, Marks.PLAIN, verbose, samples.size());
            int wrong = new SampleRun(stack, serdes, desks, microsoft).send(samples, printer);
            printer.summarize(wrong);
            return wrong == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    private void setUp(SampleDesks desks, Endpoints stack, RecordSerdes serdes) {
        var service = required("MAPPING_SERVICE_URL");
        var publicUrl = required("TEAMS_AVAILABILITY_PUBLIC_URL");
        var setUp =
                new DeskSetUp(
                        Installation.ofThisProcess(), stack, serdes, environment, desks.plans());
        try {
            var keys = setUp.createDesks();
            int matched = setUp.connect(service, publicUrl, keys);
            out.println(
                    keys.size()
                            + " service desks are set up through the API, "
                            + matched
                            + " technicians are mapped.");
        } catch (DesksExistException _) {
            setUp.connectAgain(service, publicUrl);
            out.println("The service desks are there already, and connected again.");
        }
    }

    private String required(String name) {
        var value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new BadInput(name, "is not set", "as in docker-compose.simulator.yml");
        }
        return value;
    }
}
