package org.teamsavailability.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void takesTheMiddleOfTheRepeats() {
        assertThat(Summary.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Summary(3, 1, 2, 3));
        assertThat(Summary.of(List.of(4.0, 1.0)).median()).isEqualTo(2.5);
    }

    @Test
    void quotesRepeatsWithinTenPercentOfTheMedian() {
        assertThat(Summary.of(List.of(90.0, 100.0, 110.0)).isQuotable()).isTrue();
        assertThat(Summary.of(List.of(100.0, 100.0, 111.0)).isQuotable()).isFalse();
        assertThat(Summary.of(List.of(89.0, 100.0, 100.0)).isQuotable()).isFalse();
    }

    @Test
    void quotesZeroOnlyWhereEveryRepeatIsZero() {
        assertThat(Summary.of(List.of(0.0, 0.0)).isQuotable()).isTrue();
        assertThat(Summary.of(List.of(0.0, 0.0, 1.0)).isQuotable()).isFalse();
    }

    @Test
    void marksWhatMustNotBeQuoted() {
        assertThat(Summary.of(List.of(50.0, 100.0, 100.0))).hasToString("100 (50 to 100) †");
        assertThat(Summary.of(List.of(12.34, 12.5, 12.0))).hasToString("12.3 (12 to 12.5)");
    }

    @Test
    void refusesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(List.of()));
    }
}
