package org.teamsavailability.enricher.warmup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;

/** Sends the synthetic desk's requests into a driven topology and reads their answers. */
final class SyntheticTraffic {

    /** How many requests are in flight at a time. */
    private static final int BATCH = 16;

    private static final Duration TICK = Duration.ofMillis(5);

    private final TopologyTestDriver driver;
    private final String topicPrefix;
    private final RecordSerdes serdes;
    private final Clock clock;
    private final TestOutputTopic<byte[], CandidateAvailability> answers;

    SyntheticTraffic(
            TopologyTestDriver driver, String topicPrefix, RecordSerdes serdes, Clock clock) {
        this.driver = driver;
        this.topicPrefix = topicPrefix;
        this.serdes = serdes;
        this.clock = clock;
        Deserializer<CandidateAvailability> values =
                serdes.forValue(CandidateAvailability.class).deserializer();
        this.answers =
                driver.createOutputTopic(
                        Topics.CANDIDATE_AVAILABILITY.nameIn(topicPrefix),
                        new ByteArrayDeserializer(),
                        values);
    }

    /**
     * Fills the tables, then sends one batch of requests after another.
     *
     * @param requests 1 or more
     * @param end when it stops at the latest
     * @return how many were answered
     */
    int run(int requests, Instant end) {
        Instant now = clock.instant();
        pipe(
                Topics.SERVICE_DESK_CONNECTION,
                ServiceDeskConnection.class,
                SyntheticDesk.ID,
                SyntheticDesk.connection(now));
        SyntheticDesk.mappings(now)
                .forEach(row ->
                        pipe(
                                Topics.TECHNICIAN_MAPPING,
                                TechnicianMapping.class,
                                SyntheticDesk.ID + "/" + row.getTechnicianId(),
                                row));
        int answered = 0;
        for (int sent = 0; sent < requests && clock.instant().isBefore(end); sent += BATCH) {
            for (int i = 0; i < BATCH; i++) {
                pipe(
                        Topics.DISPATCH_REQUESTED,
                        DispatchRequested.class,
                        SyntheticDesk.ID,
                        SyntheticDesk.request(sent + i, clock.instant()));
            }
            answered += readAnswers(end);
        }
        return answered;
    }

    /** Advances the driver's clock until the batch is answered. */
    private int readAnswers(Instant end) {
        int answered = answers.readValuesToList().size();
        while (answered < BATCH && clock.instant().isBefore(end)) {
            LockSupport.parkNanos(TICK.toNanos());
            driver.advanceWallClockTime(TICK);
            answered += answers.readValuesToList().size();
        }
        return answered;
    }

    private <T extends SpecificRecord> void pipe(Topic topic, Class<T> type, String key, T value) {
        String name = topic.nameIn(topicPrefix);
        Serializer<T> values = serdes.forValue(type).serializer();
        driver.<byte[], T>createInputTopic(name, new ByteArraySerializer(), values)
                .pipeInput(key.getBytes(UTF_8), value, clock.instant());
    }
}
