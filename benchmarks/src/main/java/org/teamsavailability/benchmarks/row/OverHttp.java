package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.LoadResult;
import org.teamsavailability.benchmarks.load.Statuses;
import org.teamsavailability.benchmarks.load.Window;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;
import org.teamsavailability.benchmarks.server.MappingProcess;

/** B12: what the way over HTTP adds to the way over the topic, and how many calls may wait. */
final class OverHttp implements Row {

    private static final int DESKS = 8;
    private static final double FIRST_RATE = 40;
    private static final Duration FIRST = Duration.ofMinutes(1);

    @Override
    public String id() {
        return "B12";
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String work() {
        return "8 desks at 100 and 500 requests/s with presences up to 5 s old: over the topic,"
                + " and over HTTP with the mapping-service and PostgreSQL next to the rest, after a"
                + " minute at 40/s. Then"
                + " 50 desks with 2,100 calls within 3.5 s while Graph takes 4.2 s. All calls come"
                + " from one address, so TEAMSAVAILABILITY_LIMITS_CONNECTIONSPERADDRESS is "
                + MappingProcess.CONNECTIONS
                + " instead of 64";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        var trials = new ArrayList<Trial>();
        for (double rate : new double[] {100, 500}) {
            trials.add(
                    trial("over the topic, %.0f/s".formatted(rate), bench -> topic(bench, rate)));
            trials.add(trial("over HTTP, %.0f/s".formatted(rate), bench -> http(bench, rate)));
        }
        trials.add(trial("2,000 waiting", new WaitingAtOnce()));
        return trials;
    }

    private static Trial trial(String variant, Trial.Measure measure) {
        return new Trial(Arm.OURS, variant, measure);
    }

    private static Figures topic(Bench bench, double rate) throws InterruptedException {
        return Bench.figures(bench.offer(Arm.OURS, ArmOptions.USUAL, load(bench.scale(), rate)));
    }

    private static Figures http(Bench bench, double rate) throws InterruptedException {
        var load = load(bench.scale(), rate);
        try (var process = bench.arm(Arm.OURS, load.world(), ArmOptions.USUAL)) {
            process.start();
            try (var service = bench.mappingService(process, load.world())) {
                service.start();
                var generator = new Generator(bench.servers(), process, service);
                var _ = generator.offer(slowly(load, bench.scale()));
                var result = generator.offer(load);
                return responses(Bench.figures(result), result)
                        .with(Figure.HTTP_CPU, result.routeCpuPerThousand());
            }
        }
    }

    /** Adds how the calls ended. */
    static Figures responses(Figures figures, LoadResult result) {
        var statuses = result.statuses();
        return figures.with(Figure.RESPONSES_200, statuses.of(Statuses.ANSWERED))
                .with(Figure.RESPONSES_202, statuses.of(Statuses.OPEN))
                .with(Figure.RESPONSES_429, statuses.of(Statuses.REFUSED))
                .with(Figure.CALLS_FAILED, statuses.failed());
    }

    /** What a service that has just started gets first, as nobody's traffic begins at its peak. */
    private static Load slowly(Load load, Scale scale) {
        return load.at(
                Math.min(load.perSecond(), FIRST_RATE),
                new Window(Duration.ZERO, scale.time(FIRST, Duration.ofSeconds(1))));
    }

    /** The mapping-service has not had this rate before, so it gets twice the usual time. */
    private static Load load(Scale scale, double rate) {
        var usual = scale.window();
        var window = new Window(usual.warmUp().multipliedBy(2), usual.measured());
        return Load.of(scale.usual(), DESKS, scale.rate(rate, 10), window);
    }
}
