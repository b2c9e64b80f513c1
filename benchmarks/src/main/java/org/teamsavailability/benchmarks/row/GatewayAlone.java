package org.teamsavailability.benchmarks.row;

import java.util.List;
import java.util.stream.Stream;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.gateway.GatewayRuns;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;

/** B10: what a read costs in the gateway alone. */
final class GatewayAlone implements Row {

    @Override
    public String id() {
        return "B10";
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String work() {
        return "JMH, one account: a presence that is known (hit), a read that shares the call of"
                + " another (join), a call of its own (miss)";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        return Stream.of("hit", "join", "miss")
                .map(method ->
                        new Trial(
                                Arm.OURS,
                                method,
                                _ ->
                                        new Figures()
                                                .with(
                                                        Figure.NANOS,
                                                        GatewayRuns.nanos(method, scale.quick()))))
                .toList();
    }
}
