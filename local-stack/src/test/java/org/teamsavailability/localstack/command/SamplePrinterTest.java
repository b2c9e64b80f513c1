package org.teamsavailability.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.localstack.sample.Sample;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.localstack.sample.Samples;
import org.teamsavailability.localstack.traffic.Endpoints;
import org.teamsavailability.operations.answer.Marks;

class SamplePrinterTest {

    private static final List<Sample> SAMPLES =
            Samples.requests(SampleDesks.load(), Clock.systemUTC());

    private static final Endpoints STACK =
            new Endpoints(
                    "localhost:32767",
                    "http://localhost:32767",
                    "http://localhost:32767",
                    "http://localhost:32767",
                    "jdbc:postgresql://localhost:32767/postgres",
                    "http://localhost:32767",
                    "");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void printsEveryTitleOnOneLineWithItsNumber() {
        var printer = printer(false);

        SAMPLES.forEach(sample -> printer.heard(sample, null, Duration.ZERO, List.of()));

        assertThat(out.toString(UTF_8))
                .contains(" 1/25 + ", "25/25 + ")
                .doesNotContain(SAMPLES.getFirst().shows());
        assertThat(out.toString(UTF_8).lines()).allMatch(line -> line.length() <= 68);
    }

    @Test
    void shortensWhatIsWrongAndPrintsItInFullWhereThatIsAskedFor() {
        var mistake = "candidates[0].presence is " + "X".repeat(90);

        printer(false).heard(SAMPLES.getFirst(), null, Duration.ZERO, List.of(mistake));
        assertThat(out.toString(UTF_8)).contains(" 1/25 x ", "  WRONG: candidates[0]");
        assertThat(out.toString(UTF_8).lines()).allMatch(line -> line.length() <= 80);

        printer(true).heard(SAMPLES.getFirst(), null, Duration.ZERO, List.of(mistake));
        assertThat(out.toString(UTF_8)).contains(mistake, SAMPLES.getFirst().shows());
    }

    @Test
    void countsWhatWasExpectedAndWhatWasNot() {
        var printer = printer(false);
        printer.heard(SAMPLES.get(0), null, Duration.ZERO, List.of("no answer came"));
        printer.heard(SAMPLES.get(1), null, Duration.ZERO, List.of());

        printer.summarize(2);

        assertThat(out.toString(UTF_8))
                .contains(
                        "1 of 2 answers as expected, 0 late, p95 0.0 s.",
                        "records on the topic fallback-reason are missing");
    }

    @Test
    void invitesInLinesThatFit() {
        var invitation = new StartedBanner(new PrintStream(out, true, UTF_8));

        invitation.printAfterDemo();
        invitation.print(STACK, true);
        invitation.print(STACK, false);

        assertThat(out.toString(UTF_8)).contains("Try next", "ask reaches that one");
        assertThat(out.toString(UTF_8).lines()).allMatch(line -> line.length() <= 80);
    }

    private SamplePrinter printer(boolean verbose) {
        return new SamplePrinter(
                new PrintStream(out, true, UTF_8), Marks.PLAIN, verbose, SAMPLES.size());
    }
}
