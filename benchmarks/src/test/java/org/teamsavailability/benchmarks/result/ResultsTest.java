package org.teamsavailability.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir private Path folder;

    @Test
    void readsWhatWasAppended() {
        var file = folder.resolve("results.jsonl");

        Results.append(file, measurement("B1", 1));
        Results.append(file, measurement("B1", 2));

        assertThat(Results.read(file).all())
                .containsExactly(measurement("B1", 1), measurement("B1", 2));
    }

    @Test
    void replacesARowAndKeepsTheOthers() {
        var file = folder.resolve("results.jsonl");
        Results.append(file, measurement("B1", 1));
        Results.append(file, measurement("B2", 1));

        Results.forget(file, "B1");

        assertThat(Results.read(file).all()).containsExactly(measurement("B2", 1));
    }

    @Test
    void isEmptyWithoutAFile() {
        assertThat(Results.read(folder.resolve("none.jsonl")).isEmpty()).isTrue();
    }

    private static Measurement measurement(String row, int repeat) {
        return new Measurement(
                row,
                "",
                "ours",
                repeat,
                "./benchmarks/run all",
                "2026-01-01T00:00:00Z",
                0.5,
                Map.of(Figure.P50.label(), 12.5));
    }
}
