package org.teamsavailability.benchmarks.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.result.Expectation;
import org.teamsavailability.benchmarks.result.Expectations;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.result.Results;

class RowRunnerTest {

    private static final Expectations TEN =
            new Expectations(
                    List.of(
                            new Expectation(
                                    "B0", "ours", "", "p50 ms", null, 10.0, null, null, null, null,
                                    null)));

    @TempDir private Path folder;

    @Test
    void interleavesTheRepeats() throws InterruptedException {
        var measured = new ArrayList<Arm>();

        run(new FixedRow(measured, 5), 2);

        assertThat(measured).containsExactly(Arm.OURS, Arm.NAIVE, Arm.OURS, Arm.NAIVE);
    }

    @Test
    void keepsEveryRepeat() throws InterruptedException {
        run(new FixedRow(new ArrayList<>(), 5), 3);
        run(new FixedRow(new ArrayList<>(), 7), 2);

        assertThat(Results.read(file()).all())
                .hasSize(4)
                .allSatisfy(of -> assertThat(of.figures()).containsEntry("p50 ms", 7.0));
    }

    @Test
    void saysWhatIsExpectedBeforeAndWhatCameOfItAfter() throws InterruptedException {
        var said = run(new FixedRow(new ArrayList<>(), 12), 1);

        assertThat(said)
                .containsSubsequence(
                        "expected: ours, p50 ms: at most 10",
                        "1/1 ours",
                        "at most 10 expected, 12 measured: not as expected");
    }

    private String run(Row row, int repeats) throws InterruptedException {
        var said = new StringWriter();
        new RowRunner(new Scale(false), repeats, "test", TEN, file(), new PrintWriter(said))
                .run(row, () -> null);
        return said.toString();
    }

    private Path file() {
        return folder.resolve("results.jsonl");
    }

    private record FixedRow(List<Arm> measured, double millis) implements Row {

        @Override
        public String id() {
            return "B0";
        }

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public String work() {
            return "Nothing";
        }

        @Override
        public List<Trial> trials(Scale scale) {
            return List.of(trial(Arm.OURS), trial(Arm.NAIVE));
        }

        private Trial trial(Arm arm) {
            return new Trial(
                    arm,
                    "",
                    _ -> {
                        measured.add(arm);
                        return new Figures().with(Figure.P50, millis);
                    });
        }
    }
}
