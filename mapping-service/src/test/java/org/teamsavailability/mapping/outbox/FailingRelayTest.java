package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.teamsavailability.mapping.outbox.RelayStatus.State;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.RegistryAccess;
import org.teamsavailability.schemas.serde.SchemaMissingException;
import org.teamsavailability.schemas.serde.SerdeSettings;

/** A relay around which everything fails. */
class FailingRelayTest {

    private static final String SECRET = "anna@northwind.example";
    private static final OutboxEntry MARK =
            new OutboxEntry("northwind", OutboxEntry.Kind.MAPPING, "anna", 1);

    private final RelayStatus status = new RelayStatus(Clock.systemUTC());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PublicationHealth health = new PublicationHealth(status);
    private final AtomicBoolean databaseIsAway = new AtomicBoolean();
    private final AtomicBoolean kafkaIsAway = new AtomicBoolean();
    private final AtomicInteger holds = new AtomicInteger();
    private final List<Publication> published = new CopyOnWriteArrayList<>();

    @AutoClose("stop")
    private final RelayRunner runner = new RelayRunner(this::loop, true);

    @Test
    void goesOnWhenKafkaIsBack() {
        kafkaIsAway.set(true);
        runner.start();
        await().until(() -> failed() >= 2);

        var whileAway = health.health();
        kafkaIsAway.set(false);

        await().until(() -> !published.isEmpty());
        await().until(() -> health.health().getStatus().equals(Status.UP));
        assertThat(whileAway.getStatus()).isEqualTo(Status.DOWN);
        assertThat(whileAway.getDetails())
                .containsEntry("failure", "IllegalStateException < IllegalArgumentException");
        assertThat(whileAway.toString()).doesNotContain(SECRET);
    }

    @Test
    void namesTheSchemaThatIsMissing() {
        var missing = new SchemaMissingException(List.of("technician-mapping-value"));

        assertThat(FailureClasses.of(new IllegalStateException(SECRET, missing)))
                .contains("technician-mapping-value")
                .doesNotContain(SECRET);
    }

    @Test
    void namesTheSettingsWhenKafkaDoesNotLetItIn() {
        var refused = new SaslAuthenticationException("Authentication failed");

        assertThat(FailureClasses.of(new KafkaException("The topics cannot be listed", refused)))
                .contains("KAFKA_SECURITY_");
    }

    @Test
    void namesTheSettingsWhenTheRegistryIsNotReached() {
        var settings =
                new SerdeSettings(
                        "http://localhost:1",
                        SerdeSettings.APICURIO_SERIALIZER,
                        SerdeSettings.APICURIO_DESERIALIZER,
                        Map.of(),
                        RegistryAccess.OPEN);
        try (var serdes = new RecordSerdes(settings)) {
            var mapping = serdes.forValue(TechnicianMapping.class).deserializer();
            var away = catchThrowable(() -> mapping.deserialize("t", new byte[] {0, 0, 0, 0, 1}));

            assertThat(FailureClasses.of(new IllegalStateException(SECRET, away)))
                    .contains("SCHEMA_REGISTRY_URL")
                    .doesNotContain(SECRET, "localhost");
        }
    }

    @Test
    void goesOnWhenTheDatabaseIsBack() {
        databaseIsAway.set(true);
        runner.start();
        await().until(() -> failed() >= 2);

        databaseIsAway.set(false);

        await().until(() -> !published.isEmpty());
    }

    @Test
    void givesTheLockUpWhenItFails() {
        kafkaIsAway.set(true);
        runner.start();

        await().until(() -> failed() >= 2);
        await().until(() -> holds.get() == 0);
    }

    @Test
    void saysHowLongTheOldestChangeHasWaited() {
        kafkaIsAway.set(true);
        runner.start();
        await().until(() -> failed() >= 1);

        status.saw(new Backlog(3, Instant.now().minusSeconds(60)));

        assertThat(registry.get("teams.availability.publication.lag").gauge().value())
                .isGreaterThanOrEqualTo(60);
        assertThat(registry.get("teams.availability.publication.marks").gauge().value())
                .isEqualTo(3);
    }

    @Test
    void stopsInTheMiddleOfAPause() {
        kafkaIsAway.set(true);
        runner.start();
        await().until(() -> status.state() == State.FAILING);

        runner.stop();

        assertThat(runner.isRunning()).isFalse();
        await().until(() -> status.state() == State.STOPPED);
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    private double failed() {
        return registry.get("teams.availability.publication.failed").counter().count();
    }

    private RelayLoop loop() {
        var marks = new OneMark();
        return new RelayLoop(
                this::take,
                this::open,
                new OutboxRelay(marks, 10),
                Duration.ofMillis(10),
                Duration.ofMillis(10),
                new BacklogWatch(marks, status, Clock.systemUTC()),
                status,
                new RelayMeters(registry, status));
    }

    private RelayLock.Hold take() {
        if (databaseIsAway.get()) {
            throw away();
        }
        holds.incrementAndGet();
        return new RelayLock.Hold() {
            @Override
            public boolean lasts() {
                return true;
            }

            @Override
            public void close() {
                holds.decrementAndGet();
            }
        };
    }

    private Publisher open() {
        if (kafkaIsAway.get()) {
            throw away();
        }
        return new Publisher() {
            @Override
            public void publish(List<Publication> publications) {
                published.addAll(publications);
            }

            @Override
            public void close() {}
        };
    }

    private static RuntimeException away() {
        return new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
    }

    private final class OneMark implements Outbox {

        @Override
        public List<OutboxEntry> due(int most) {
            return published.isEmpty() ? List.of(MARK) : List.of();
        }

        @Override
        public List<Publication> read(String serviceDeskId, List<OutboxEntry> marks) {
            return List.of(new Publication(MARK, null));
        }

        @Override
        public int remove(String serviceDeskId, List<OutboxEntry> marks) {
            return marks.size();
        }

        @Override
        public Backlog backlog() {
            return Backlog.NONE;
        }
    }
}
