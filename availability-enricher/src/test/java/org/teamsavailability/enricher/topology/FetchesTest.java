package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class FetchesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, Double> counts = new ConcurrentHashMap<>();
    private final Fetches fetches = new Fetches(nanos::get);

    @Test
    void areNoneBeforeAClientIsFollowed() {
        assertThat(fetches.areRecent()).isFalse();
        assertThat(fetches.sinceLast()).isNull();
    }

    @Test
    void goOnFromTheFirstAnswerOfABroker() {
        counts.put("main", 0.0);
        follow();
        assertThat(fetches.areRecent()).isFalse();

        counts.put("main", 1.0);

        assertThat(fetches.areRecent()).isTrue();
    }

    @Test
    void haveStoppedAfterThirtySecondsWithoutAnAnswer() {
        counts.put("main", 1.0);
        follow();
        assertThat(fetches.areRecent()).isTrue();

        pass(Duration.ofSeconds(30));
        assertThat(fetches.areRecent()).isTrue();
        pass(Duration.ofMillis(1));

        assertThat(fetches.areRecent()).isFalse();
        assertThat(fetches.sinceLast()).isEqualTo(Duration.ofMillis(30_001));
    }

    @Test
    void goOnWhileOneConsumerOfSeveralIsAnswered() {
        counts.putAll(Map.of("main", 4.0, "global", 4.0));
        follow();
        assertThat(fetches.areRecent()).isTrue();
        pass(Duration.ofSeconds(31));

        counts.put("global", 5.0);

        assertThat(fetches.areRecent()).isTrue();
    }

    @Test
    void doNotGoOnWhereAConsumerEndsAndANewOneBegins() {
        counts.putAll(Map.of("main", 4.0, "global", 4.0));
        follow();
        assertThat(fetches.areRecent()).isTrue();
        pass(Duration.ofSeconds(31));

        counts.remove("main");
        assertThat(fetches.areRecent()).isFalse();
        counts.put("replaced", 0.0);

        assertThat(fetches.areRecent()).isFalse();
    }

    @Test
    void ofAnEarlierClientDoNotCount() {
        counts.put("main", 4.0);
        follow();
        assertThat(fetches.areRecent()).isTrue();
        fetches.stopFollowing();
        counts.clear();

        follow();

        assertThat(fetches.areRecent()).isFalse();
    }

    private void follow() {
        fetches.follow(this::metrics);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Map<MetricName, Metric> metrics() {
        var metrics = new HashMap<MetricName, Metric>();
        counts.forEach((client, count) -> {
            add(metrics, "fetch-total", client, count);
            add(metrics, "poll-idle-ratio-avg", client, (double) nanos.get());
        });
        return metrics;
    }

    private static void add(
            Map<MetricName, Metric> metrics, String name, String client, Double value) {
        var of =
                new MetricName(
                        name, "consumer-fetch-manager-metrics", "", Map.of("client-id", client));
        metrics.put(
                of,
                new Metric() {
                    @Override
                    public MetricName metricName() {
                        return of;
                    }

                    @Override
                    public Object metricValue() {
                        return value;
                    }
                });
    }
}
