package org.teamsavailability.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.benchmarks.result.Expectation.Outcome;

class ExpectationTest {

    private static final String RATE = Figure.ON_TIME.label();

    @Test
    void comparesTheMedianWithItsBounds() {
        var results = results("ours", 19, 20, 21);

        assertThat(bounds(20.0, null).outcome(results)).isEqualTo(Outcome.MET);
        assertThat(bounds(20.5, null).outcome(results)).isEqualTo(Outcome.MISSED);
        assertThat(bounds(null, 20.0).outcome(results)).isEqualTo(Outcome.MET);
        assertThat(bounds(null, 19.5).outcome(results)).isEqualTo(Outcome.MISSED);
    }

    @Test
    void comparesTheRatioToAnotherArm() {
        var both = new ArrayList<Measurement>();
        both.addAll(results("ours", 100).all());
        both.addAll(results("naive", 10).all());
        var tenfold =
                new Expectation(
                        "B1", "ours", null, RATE, 10.0, null, "naive", null, null, null, null);

        assertThat(tenfold.measured(new Results(both))).isEqualTo(10);
        assertThat(tenfold.outcome(new Results(both))).isEqualTo(Outcome.MET);
        assertThat(tenfold.text()).isEqualTo("at least 10 × naive");
    }

    @Test
    void comparesTheRatioToAnotherFigure() {
        var figures = Map.of(RATE, 1_000.0, Figure.ON_TIME_AT_TWICE.label(), 800.0);
        var results =
                new Results(List.of(new Measurement("B1", "", "ours", 1, "", "", 0, figures)));
        var ninetyPercent =
                new Expectation(
                        "B1",
                        "ours",
                        null,
                        Figure.ON_TIME_AT_TWICE.label(),
                        0.9,
                        null,
                        null,
                        null,
                        RATE,
                        null,
                        null);

        assertThat(ninetyPercent.measured(results)).isEqualTo(0.8);
        assertThat(ninetyPercent.outcome(results)).isEqualTo(Outcome.MISSED);
        assertThat(ninetyPercent.text()).isEqualTo("at least 0.9 × ours, on time/s");
    }

    @Test
    void comparesTheDifferenceToAnotherVariant() {
        var results =
                new Results(
                        List.of(
                                measured("over the topic", Figure.P50.label(), 12),
                                measured("over HTTP", Figure.P50.label(), 24.5)));

        assertThat(above(15.0, null).measured(results)).isEqualTo(12.5);
        assertThat(above(15.0, null).outcome(results)).isEqualTo(Outcome.MET);
        assertThat(above(12.0, null).outcome(results)).isEqualTo(Outcome.MISSED);
        assertThat(above(15.0, null).text()).isEqualTo("at most 15 more than ours, over the topic");
        assertThat(above(15.0, null).outcome(new Results(List.of()))).isEqualTo(Outcome.OPEN);
    }

    @Test
    void refusesARatioAndADifferenceAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> above(15.0, "over the topic"));
    }

    @Test
    void isOpenWithoutMeasurement() {
        assertThat(bounds(1.0, null).outcome(new Results(List.of()))).isEqualTo(Outcome.OPEN);
    }

    @Test
    void judgesNoRepeatsThatDisagree() {
        assertThat(bounds(1.0, null).outcome(results("ours", 10, 20, 30)))
                .isEqualTo(Outcome.SPREAD);
    }

    @Test
    void refusesAnUnknownFigureOrArm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Expectation(
                                "B1", "theirs", null, RATE, 1.0, null, null, null, null, null,
                                null));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Expectation(
                                "B1", "ours", null, "speed", 1.0, null, null, null, null, null,
                                null));
    }

    private static Expectation bounds(@Nullable Double atLeast, @Nullable Double atMost) {
        return new Expectation(
                "B1", "ours", null, RATE, atLeast, atMost, null, null, null, null, null);
    }

    private static Expectation above(double atMost, @Nullable String timesVariant) {
        return new Expectation(
                "B1",
                "ours",
                "over HTTP",
                Figure.P50.label(),
                null,
                atMost,
                null,
                timesVariant,
                null,
                "over the topic",
                null);
    }

    private static Measurement measured(String variant, String label, double value) {
        return new Measurement("B1", variant, "ours", 1, "", "", 0, Map.of(label, value));
    }

    private static Results results(String arm, double... rates) {
        var all = new ArrayList<Measurement>();
        for (double rate : rates) {
            all.add(
                    new Measurement(
                            "B1",
                            "",
                            arm,
                            all.size() + 1,
                            "./benchmarks/run B1",
                            "2026-01-01T00:00:00Z",
                            0,
                            Map.of(RATE, rate)));
        }
        return new Results(all);
    }
}
