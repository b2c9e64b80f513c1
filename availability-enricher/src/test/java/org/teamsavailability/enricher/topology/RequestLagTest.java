package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class RequestLagTest {

    private final Map<MetricName, Metric> metrics = new HashMap<>();
    private long nanos;
    private final RequestLag lag = new RequestLag("a.dispatch-requested", () -> nanos);

    @Test
    void tellsHowManyRequestsOfAPartitionWait() {
        put("a.dispatch-requested", 3, 700.0);
        put("a.dispatch-requested", 4, 0.0);
        put("a.technician-mapping", 3, 9_000.0);

        lag.follow(() -> metrics);

        assertThat(lag.of(3)).isEqualTo(700);
        assertThat(lag.of(4)).isZero();
    }

    @Test
    void findsATopicWhoseDotsAreWrittenAsUnderscores() {
        put("a_dispatch-requested", 3, 700.0);

        lag.follow(() -> metrics);

        assertThat(lag.of(3)).isEqualTo(700);
    }

    @Test
    void isZeroWhereNothingIsKnown() {
        assertThat(lag.of(0)).isZero();
        put("a.dispatch-requested", 0, Double.NaN);

        lag.follow(() -> metrics);

        assertThat(lag.of(0)).isZero();
        assertThat(lag.of(1)).isZero();
    }

    @Test
    void findsPartitionsThatAreAssignedLater() {
        lag.follow(() -> metrics);
        put("a.dispatch-requested", 5, 800.0);
        assertThat(lag.of(5)).isZero();

        nanos += Duration.ofMillis(1_001).toNanos();

        assertThat(lag.of(5)).isEqualTo(800);
    }

    @Test
    void forgetsAClientThatIsAboutToStop() {
        put("a.dispatch-requested", 3, 700.0);
        lag.follow(() -> metrics);

        lag.stopFollowing();

        assertThat(lag.of(3)).isZero();
    }

    private void put(String topic, int partition, double value) {
        var name =
                new MetricName(
                        "records-lag",
                        "consumer-fetch-manager-metrics",
                        "",
                        Map.of("topic", topic, "partition", Integer.toString(partition)));
        metrics.put(
                name,
                new Metric() {
                    @Override
                    public MetricName metricName() {
                        return name;
                    }

                    @Override
                    public Object metricValue() {
                        return value;
                    }
                });
    }
}
