package org.teamsavailability.localstack.command;

import static java.util.Comparator.comparingInt;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.sample.Sample;
import org.teamsavailability.localstack.sample.SampleRun;
import org.teamsavailability.operations.answer.AnswerText;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;

/** Prints the samples as they are answered, and at the end the records of the fallback topic. */
final class SamplePrinter implements SampleRun.Listener {

    private final PrintStream out;
    private final List<FallbackReason> fallbacks = new ArrayList<>();
    private final List<String> requestIds = new ArrayList<>();

    SamplePrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void heard(
            Sample sample, @Nullable CandidateAvailability answer, List<String> mistakes) {
        requestIds.add(sample.request().getRequestId());
        out.println();
        out.println("# " + sample.shows() + " (" + sample.request().getServiceDeskId() + ")");
        if (answer != null) {
            AnswerText.of(answer).forEach(out::println);
        }
        mistakes.forEach(mistake -> out.println("  WRONG: " + mistake));
    }

    @Override
    public void heard(FallbackReason fallback) {
        fallbacks.add(fallback);
    }

    /** Prints what is left to say when the last sample was answered. */
    void summarize(int wrong) {
        out.println();
        out.println("# Records on the topic fallback-reason");
        fallbacks.stream()
                .sorted(comparingInt(fallback -> requestIds.indexOf(fallback.getRequestId())))
                .forEach(fallback -> out.println(AnswerText.of(fallback)));
        out.println();
        out.println(
                requestIds.size()
                        + (wrong == 0
                                ? " requests, every answer as expected."
                                : " requests, " + wrong + " not as expected, see WRONG above."));
    }
}
