package org.teamsavailability.operations.ask;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.answer.AnswerText;
import org.teamsavailability.operations.answer.BriefAnswer;
import org.teamsavailability.operations.answer.Marks;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;
import org.teamsavailability.operations.traffic.Conversation;
import org.teamsavailability.operations.traffic.Conversation.Exchange;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.json.RecordWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ask}: publishes requests and prints their answers. */
@Command(
        name = "ask",
        description =
                "Publishes a request, or a file of them, as a dispatch workflow does, and prints"
                        + " the answers; exit 1 where one does not come within 30 s.")
public final class AskCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Access> installation;
    private final RotaNames names;
    private final Console console;

    @Mixin private AskArguments arguments = new AskArguments();

    @Option(names = "--verbose", description = "prints every sentence of the answers")
    private boolean verbose;

    @Option(names = "--json", description = "prints each answer as JSON, one a line")
    private boolean json;

    /** The installation is looked up only when the arguments are right. */
    public AskCommand(Supplier<Access> installation, RotaNames names, Console console) {
        this.installation = installation;
        this.names = names;
        this.console = console;
    }

    @Override
    public Integer call() {
        var requests = arguments.requests(names, console.clock().instant(), AskCommand::newId);
        var access = installation.get();
        try (var serdes = access.serdes();
                var conversation = Conversation.open(access, serdes)) {
            var patience = patience(access);
            int answered =
                    conversation.ask(requests, patience, exchange -> print(exchange, patience));
            return answered == requests.size() ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    /** On a slow installation an answer may take as long as anything else. */
    private static Duration patience(Access access) {
        return access.patience().compareTo(PATIENCE) > 0 ? access.patience() : PATIENCE;
    }

    private void print(Exchange exchange, Duration patience) {
        var answer = exchange.answer();
        if (answer == null) {
            console.err()
                    .println(
                            "No answer to "
                                    + exchange.request().getRequestId()
                                    + " came within "
                                    + patience.toSeconds()
                                    + " s.");
        } else if (json) {
            console.out().println(RecordWriter.write(answer));
        } else {
            if (!verbose) {
                console.out().println(answer.getRequestId() + ": " + answer.getSource());
            }
            lines(answer).forEach(console.out()::println);
            console.out().println();
        }
    }

    private List<String> lines(CandidateAvailability answer) {
        return verbose
                ? AnswerText.of(answer)
                : new BriefAnswer(Marks.ofThisProcess(false)).lines(answer);
    }

    private static String newId() {
        return "ask-" + UUID.randomUUID().toString().substring(24);
    }
}
