package org.teamsavailability.benchmarks.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teamsavailability.benchmarks.result.Expectation;
import org.teamsavailability.benchmarks.result.Expectations;
import org.teamsavailability.benchmarks.result.TrialKey;

class ExpectedFileTest {

    private final Expectations expectations = Expectations.read(Path.of("expected.yaml"));

    @Test
    void namesTrialsThatExist() {
        assertThat(expectations.expected())
                .extracting(Expectation::trial)
                .allSatisfy(trial -> assertThat(trials()).contains(trial));
    }

    @Test
    void comparesWithTrialsThatExist() {
        for (var expectation : expectations.expected()) {
            expectation
                    .reference()
                    .ifPresent(reference -> assertThat(trials()).contains(reference));
        }
    }

    @Test
    void expectsSomethingOfEveryRow() {
        for (var row : Rows.ALL) {
            assertThat(expectations.ofRow(row.id())).as(row.id()).isNotEmpty();
        }
    }

    private static Set<TrialKey> trials() {
        var trials = new HashSet<TrialKey>();
        for (var row : Rows.ALL) {
            for (var trial : row.trials(new Scale(false))) {
                trials.add(new TrialKey(row.id(), trial.variant(), trial.arm().id()));
            }
        }
        return trials;
    }
}
