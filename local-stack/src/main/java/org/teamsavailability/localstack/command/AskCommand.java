package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.teamsavailability.localstack.answer.AnswerText;
import org.teamsavailability.localstack.json.RecordWriter;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.traffic.Conversation;
import org.teamsavailability.localstack.traffic.Conversation.Exchange;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.SerdeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ask}: publishes requests to the stack that is up and prints their answers. */
@Command(name = "ask")
final class AskCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PortFile portFile;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    @Mixin private AskArguments arguments = new AskArguments();

    @Option(names = "--json")
    private boolean json;

    AskCommand(PortFile portFile, Clock clock, PrintStream out, PrintStream err) {
        this.portFile = portFile;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        var requests = arguments.requests(SampleDesks.load(), clock.instant(), AskCommand::newId);
        var running = portFile.read();
        if (running.isEmpty()) {
            err.println("No stack is running: start one with ./quickstart, then ask again.");
            return ExitCodes.NO_STACK;
        }
        var stack = running.get();
        try (var serdes = new RecordSerdes(SerdeSettings.apicurio(stack.registry()));
                var conversation = Conversation.open(stack, serdes)) {
            int answered = conversation.ask(requests, PATIENCE, this::print);
            return answered == requests.size() ? ExitCodes.ANSWERED : ExitCodes.NO_ANSWER;
        }
    }

    private void print(Exchange exchange) {
        var answer = exchange.answer();
        if (answer == null) {
            err.println(
                    "No answer to "
                            + exchange.request().getRequestId()
                            + " came within "
                            + PATIENCE.toSeconds()
                            + " s.");
        } else if (json) {
            out.println(RecordWriter.write(answer));
        } else {
            out.println(String.join(System.lineSeparator(), AnswerText.of(answer)));
            out.println();
        }
    }

    private static String newId() {
        return "ask-" + UUID.randomUUID().toString().substring(24);
    }
}
