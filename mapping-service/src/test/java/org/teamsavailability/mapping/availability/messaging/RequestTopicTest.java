package org.teamsavailability.mapping.availability.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.availability.AvailabilityRefusal.StreamUnavailable;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;

/** A request that cannot be serialized is refused before anything is stored or sent. */
class RequestTopicTest {

    private static final String NOT_NEEDED = "Kafka is not needed";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Test
    void refusesARequestWhileTheRegistryIsUnavailable() {
        var producer =
                new OpenedOnce<Producer<byte[], byte[]>>(
                        () -> {
                            throw new AssertionError(NOT_NEEDED);
                        },
                        _ -> {});
        var admin =
                new OpenedOnce<Admin>(
                        () -> {
                            throw new AssertionError(NOT_NEEDED);
                        },
                        _ -> {});
        try (var reader =
                new PartitionReader(
                        () -> {
                            throw new AssertionError(NOT_NEEDED);
                        },
                        1,
                        1,
                        RETRY_AFTER)) {
            var topic =
                    new RequestTopic(
                            TopicNames.of("p."),
                            (_, _) -> {
                                throw new SerializationException("The registry does not answer");
                            },
                            producer,
                            new TopicEnds(admin, List.of("p.dispatch-requested"), RETRY_AFTER),
                            reader,
                            new StreamFailures(RETRY_AFTER));

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> topic.prepare(request()))
                    .satisfies(it ->
                            assertThat(it.refusal()).isEqualTo(new StreamUnavailable(RETRY_AFTER)));
        }
    }

    private static DispatchRequested request() {
        return DispatchRequested.newBuilder()
                .setRequestId("r-1")
                .setServiceDeskId("northwind")
                .setTicketId("T-1")
                .setMode(DispatchMode.AI)
                .setRequestedAt(Instant.EPOCH)
                .setCandidates(List.of())
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(true)
                                .setRotaTeamIds(List.of())
                                .build())
                .build();
    }
}
