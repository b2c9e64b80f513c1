package org.teamsavailability.localstack.command;

import static java.util.Comparator.comparingInt;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.administration.HttpQuestion;
import org.teamsavailability.localstack.sample.Sample;
import org.teamsavailability.localstack.sample.SampleRun;
import org.teamsavailability.operations.answer.AnswerText;
import org.teamsavailability.operations.answer.BriefAnswer;
import org.teamsavailability.operations.answer.Marks;
import org.teamsavailability.operations.answer.Marks.Mark;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;

/**
 * Prints the samples as they are answered, and what came of them. Its lines have at most 80
 * columns, unless every sentence is asked for.
 */
final class SamplePrinter implements SampleRun.Listener {

    private static final int COLUMNS = 80;

    private final PrintStream out;
    private final Marks marks;
    private final boolean verbose;
    private final int total;
    private final List<FallbackReason> fallbacks = new ArrayList<>();
    private final List<String> requestIds = new ArrayList<>();
    private final SampleScore score = new SampleScore();

    /**
     * @param verbose whether every sentence of an answer is printed
     * @param total how many samples are sent
     */
    SamplePrinter(PrintStream out, Marks marks, boolean verbose, int total) {
        this.out = out;
        this.marks = marks;
        this.verbose = verbose;
        this.total = total;
    }

    @Override
    public void heard(
            Sample sample,
            @Nullable CandidateAvailability answer,
            Duration took,
            List<String> mistakes) {
        requestIds.add(sample.request().getRequestId());
        score.add(answer, sample.showsLateness(), took, mistakes);
        out.println();
        out.println(heading(sample, mistakes));
        if (verbose) {
            out.println(sample.shows() + " (" + sample.request().getServiceDeskId() + ")");
        }
        if (answer != null) {
            (verbose ? AnswerText.of(answer) : new BriefAnswer(marks).lines(answer))
                    .forEach(out::println);
        }
        mistakes.forEach(mistake -> out.println(wrong(mistake)));
    }

    /** As {@code 20/25 ✓ The rule}. */
    private String heading(Sample sample, List<String> mistakes) {
        return "%2d/%d %s %s"
                .formatted(
                        requestIds.size(),
                        total,
                        marks.sign(mistakes.isEmpty() ? Mark.GOOD : Mark.BAD),
                        sample.title());
    }

    /**
     * Prints an answer that came over HTTP.
     *
     * @return how many mistakes it has
     */
    int overHttp(Sample sample, CandidateAvailability answer) {
        out.println();
        out.println("The first sample again, over HTTP (docs/http.md):");
        out.println("  " + HttpQuestion.ROUTE + " → 200");
        (verbose ? AnswerText.of(answer) : new BriefAnswer(marks).lines(answer))
                .forEach(out::println);
        var mistakes = sample.mistakes(answer);
        mistakes.forEach(mistake -> out.println(wrong(mistake)));
        return mistakes.size();
    }

    private String wrong(String mistake) {
        var text = "WRONG: " + mistake;
        return "  " + (verbose ? text : marks.shortened(text, COLUMNS - 2));
    }

    @Override
    public void heard(FallbackReason fallback) {
        fallbacks.add(fallback);
    }

    /**
     * Prints what is left to say when the last sample was answered.
     *
     * @param wrong how many were not as expected; a missing record on the fallback topic counts as
     *     one
     */
    void summarize(int wrong) {
        out.println();
        if (verbose) {
            out.println("Records on the topic fallback-reason:");
            fallbacks.stream()
                    .sorted(comparingInt(fallback -> requestIds.indexOf(fallback.getRequestId())))
                    .forEach(fallback -> out.println(AnswerText.of(fallback)));
            out.println();
        }
        out.println(
                fallbacks.size()
                        + " records on the topic fallback-reason say why Teams was not used.");
        out.println(score.text());
        if (wrong > score.unexpected()) {
            out.println("WRONG: records on the topic fallback-reason are missing.");
        }
        if (wrong > 0 && !verbose) {
            out.println("--verbose prints what is WRONG in full.");
        }
    }
}
