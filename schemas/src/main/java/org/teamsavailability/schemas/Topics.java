package org.teamsavailability.schemas;

import static org.teamsavailability.schemas.Topic.Cleanup.COMPACT;
import static org.teamsavailability.schemas.Topic.Cleanup.DELETE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The single declaration of the topics; code, topic creation, tests and docs/topics.md follow it.
 */
public final class Topics {

    /** Largest record, in bytes, that a service may write to a topic; twice what it may read. */
    public static final int LARGEST_RECORD_OUT = 2 * 1024 * 1024;

    private static final int PARTITIONS = 12;
    private static final int DEAD_LETTER_PARTITIONS = 3;
    private static final Duration EVENTS_KEPT = Duration.ofHours(24);
    private static final Duration OPERATIONS_KEPT = Duration.ofDays(14);
    private static final String ONE_HOUR = millis(Duration.ofHours(1));

    /**
     * Largest batch on the topics that people write to, in bytes: Kafka's default, made certain.
     */
    private static final String LARGEST_IN = "1048588";

    /**
     * Largest batch on the topics that carry what became of a request: there it comes back with
     * more next to it, and one that did not fit would stop the service again and again.
     */
    private static final String LARGEST_OUT = Integer.toString(LARGEST_RECORD_OUT);

    /** Requests of the dispatch workflows. */
    public static final Topic DISPATCH_REQUESTED =
            events("dispatch-requested", DispatchRequested.class, LARGEST_IN);

    /** Answers to the dispatch workflows, one a request. */
    public static final Topic CANDIDATE_AVAILABILITY =
            events("candidate-availability", CandidateAvailability.class, LARGEST_OUT);

    /** For operations: one record for each reason why Teams was not used. */
    public static final Topic FALLBACK_REASON =
            new Topic(
                    "fallback-reason",
                    "serviceDeskId",
                    FallbackReason.class,
                    PARTITIONS,
                    DELETE,
                    OPERATIONS_KEPT,
                    Map.of("max.message.bytes", LARGEST_OUT));

    /** Which Microsoft account a technician is. */
    public static final Topic TECHNICIAN_MAPPING =
            table("technician-mapping", "serviceDeskId/technicianId", TechnicianMapping.class);

    /** Which Microsoft tenant a service desk reads. */
    public static final Topic SERVICE_DESK_CONNECTION =
            table("service-desk-connection", "serviceDeskId", ServiceDeskConnection.class);

    /** Requests that could not be read, unchanged, with {@code __streams.errors.*} headers. */
    public static final Topic DISPATCH_REQUESTED_DLQ = deadLetters("dispatch-requested-dlq");

    /** The technicians of the PSA. */
    public static final Topic PSA_TECHNICIAN =
            table("psa-technician", "serviceDeskId/technicianId", PsaTechnician.class);

    /** Technicians that could not be read, unchanged, with {@code kafka_dlt-*} headers. */
    public static final Topic PSA_TECHNICIAN_DLQ = deadLetters("psa-technician-dlq");

    /** Every topic, in the order in which docs/topics.md lists them. */
    public static final List<Topic> ALL =
            List.of(
                    DISPATCH_REQUESTED,
                    CANDIDATE_AVAILABILITY,
                    FALLBACK_REASON,
                    TECHNICIAN_MAPPING,
                    SERVICE_DESK_CONNECTION,
                    DISPATCH_REQUESTED_DLQ,
                    PSA_TECHNICIAN,
                    PSA_TECHNICIAN_DLQ);

    private Topics() {}

    /** The key of a technician's records, on every topic whose key is a technician. */
    public static String technicianKey(String serviceDeskId, String technicianId) {
        return serviceDeskId + "/" + technicianId;
    }

    /** One-hour segments: with the broker's week-long default, answers would stay for a week. */
    private static Topic events(
            String name, Class<? extends SpecificRecord> value, String largest) {
        return new Topic(
                name,
                "serviceDeskId",
                value,
                PARTITIONS,
                DELETE,
                EVENTS_KEPT,
                Map.of("segment.ms", ONE_HOUR, "max.message.bytes", largest));
    }

    /** Tombstones stay for 30 days: an enricher away for longer starts with empty tables. */
    private static Topic table(String name, String key, Class<? extends SpecificRecord> value) {
        return new Topic(
                name,
                key,
                value,
                PARTITIONS,
                COMPACT,
                null,
                Map.of(
                        "min.cleanable.dirty.ratio",
                        "0.1",
                        "segment.ms",
                        ONE_HOUR,
                        "max.compaction.lag.ms",
                        millis(Duration.ofHours(24)),
                        "delete.retention.ms",
                        millis(Duration.ofDays(30))));
    }

    private static Topic deadLetters(String name) {
        @Nullable Class<? extends SpecificRecord> unchanged = null;
        return new Topic(
                name,
                "unchanged",
                unchanged,
                DEAD_LETTER_PARTITIONS,
                DELETE,
                OPERATIONS_KEPT,
                Map.of("max.message.bytes", LARGEST_OUT));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
