package org.teamsavailability.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.teamsavailability.benchmarks.result.Expectation;
import org.teamsavailability.benchmarks.result.Expectations;
import org.teamsavailability.benchmarks.result.Measurement;
import org.teamsavailability.benchmarks.result.Results;
import org.xml.sax.InputSource;

class ResultsPageTest {

    private static final Machine MACHINE = new Machine("2 cores");
    private static final Expectations EXPECTED =
            new Expectations(
                    List.of(
                            new Expectation(
                                    "B1",
                                    "ours",
                                    null,
                                    "on time/s",
                                    10.0,
                                    null,
                                    "parallel-100",
                                    null,
                                    null,
                                    null,
                                    null)));

    @Test
    void saysThatNothingWasMeasured() {
        var page = page(new Results(List.of()));

        assertThat(page).contains("Nothing has been measured yet.", "## B11 `cold`");
        assertThat(page).contains("| at least 10 × parallel-100 |  | not measured yet |");
    }

    @Test
    void namesCommandDateAndMachine() {
        assertThat(page(measured("ours", 0, 2_000, 2_100)))
                .contains("`./benchmarks/run B1`", "2026-01-01T00:00:00Z", "2 cores");
    }

    @Test
    void marksFiguresThatSpread() {
        assertThat(page(measured("ours", 0, 1_000, 2_000))).contains("1,500 (1,000 to 2,000) †");
    }

    @Test
    void marksWhatAnArmCannotHaveDone() {
        assertThat(page(measured("parallel-100", 500, 600))).contains("| 600 ‡ |");
        assertThat(page(measured("parallel-100", 500, 480))).contains("| 480 |");
    }

    @Test
    void putsTheOutcomeNextToWhatWasExpected() {
        var both = new ArrayList<Measurement>();
        both.addAll(measured("ours", 0, 2_000).all());
        both.addAll(measured("parallel-100", 500, 400).all());

        assertThat(page(new Results(both)))
                .contains("| at least 10 × parallel-100 | 5 | not as expected |");
    }

    @Test
    void drawsWellFormedPictures() throws Exception {
        for (var results : List.of(new Results(List.of()), measured("ours", 0, 2_000, 3_000))) {
            var picture = Plot.of(results);
            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(picture)));
        }
    }

    private static String page(Results results) {
        return new ResultsPage(results, EXPECTED, MACHINE).text();
    }

    private static Results measured(String arm, double bound, double... rates) {
        var all = new ArrayList<Measurement>();
        for (double rate : rates) {
            var figures =
                    bound == 0
                            ? Map.of("on time/s", rate)
                            : Map.of("on time/s", rate, "concurrency by latency/s", bound);
            all.add(
                    new Measurement(
                            "B1",
                            "",
                            arm,
                            all.size() + 1,
                            "./benchmarks/run B1",
                            "2026-01-01T00:00:00Z",
                            0,
                            figures));
        }
        return new Results(all);
    }
}
