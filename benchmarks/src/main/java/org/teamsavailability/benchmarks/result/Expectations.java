package org.teamsavailability.benchmarks.result;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The file {@code expected.yaml}.
 *
 * @param expected in the order of the file
 */
public record Expectations(List<Expectation> expected) {

    public Expectations {
        expected = List.copyOf(expected);
    }

    /** Refuses a row, an arm, a figure or a field that does not exist. */
    public static Expectations read(Path file) {
        return YAMLMapper.builder().build().readValue(file.toFile(), Expectations.class);
    }

    public List<Expectation> ofRow(String row) {
        return expected.stream().filter(expectation -> expectation.row().equals(row)).toList();
    }
}
