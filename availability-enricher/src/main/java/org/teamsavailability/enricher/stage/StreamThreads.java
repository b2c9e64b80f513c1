package org.teamsavailability.enricher.stage;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** What the tasks of one stream thread share. Each stream thread sees only its own. */
public final class StreamThreads {

    private static final String COMMITS = "commit-total";
    private static final String GROUP = "stream-thread-metrics";

    private final Map<Thread, CommitPacing> pacings =
            Collections.synchronizedMap(new WeakHashMap<>());
    private final Duration commitPause;

    /**
     * @param commitPause the shortest time between two commits that a thread's tasks ask for
     */
    public StreamThreads(Duration commitPause) {
        this.commitPause = commitPause;
    }

    /** The pace of commits of the thread that calls, which owns the task of the context. */
    CommitPacing pacing(ProcessorContext<?, ?> context) {
        return pacings.computeIfAbsent(
                Thread.currentThread(),
                _ -> new CommitPacing(commitPause, commitsOfThisThread(context)));
    }

    /** Kafka Streams counts the commits of each thread; 0 where it does not, as in some tests. */
    private static LongSupplier commitsOfThisThread(ProcessorContext<?, ?> context) {
        String thread = Thread.currentThread().getName();
        for (var metric : context.metrics().metrics().entrySet()) {
            var name = metric.getKey();
            if (name.name().equals(COMMITS)
                    && name.group().equals(GROUP)
                    && thread.equals(name.tags().get("thread-id"))) {
                return () -> number(metric.getValue());
            }
        }
        return () -> 0;
    }

    private static long number(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.longValue() : 0;
    }
}
