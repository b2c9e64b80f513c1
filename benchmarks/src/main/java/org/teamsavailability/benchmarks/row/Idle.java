package org.teamsavailability.benchmarks.row;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.teamsavailability.benchmarks.arm.Arm;
import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.result.Figure;
import org.teamsavailability.benchmarks.result.Figures;
import org.teamsavailability.benchmarks.server.ArmOptions;

/** B8: what the enricher does while nobody asks. */
final class Idle implements Row {

    @Override
    public String id() {
        return "B8";
    }

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String work() {
        return "One request and then 5 minutes without any: calls of Graph, records in any topic,"
                + " those of transactions included, and CPU time";
    }

    @Override
    public List<Trial> trials(Scale scale) {
        return List.of(new Trial(Arm.OURS, "", Idle::measure));
    }

    private static Figures measure(Bench bench) throws InterruptedException {
        var scale = bench.scale();
        var world = scale.usual();
        var settling = scale.time(Duration.ofSeconds(20), Duration.ofSeconds(1));
        var idle = scale.time(Duration.ofMinutes(5), Duration.ofSeconds(2));
        var control = bench.servers().control();
        try (var process = bench.arm(Arm.OURS, world, ArmOptions.USUAL);
                var admin = Admin.create(Map.of("bootstrap.servers", bench.servers().kafka()))) {
            process.start();
            new Generator(bench.servers(), process).ask(Load.of(world, 1, 1, scale.window()));
            Thread.sleep(settling);
            var calls = control.calls();
            long records = records(admin);
            var cpu = process.cpu();
            Thread.sleep(idle);
            var used = process.cpu().minus(cpu);
            return new Figures()
                    .with(Figure.GRAPH_CALLS, control.calls().since(calls).calls())
                    .with(Figure.RECORDS, records(admin) - records)
                    .with(Figure.CPU_SHARE, 100.0 * used.toNanos() / idle.toNanos());
        }
    }

    /** How many records all topics have had until now, the broker's own included. */
    private static long records(Admin admin) throws InterruptedException {
        try {
            var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
            var partitions =
                    admin.describeTopics(names).allTopicNames().get().values().stream()
                            .flatMap(topic ->
                                    topic.partitions().stream()
                                            .map(of ->
                                                    new TopicPartition(
                                                            topic.name(), of.partition())))
                            .collect(Collectors.toMap(of -> of, _ -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new KafkaException("The broker does not say how long its topics are", e);
        }
    }
}
