package org.teamsavailability.operations.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.state.EnricherState;
import org.teamsavailability.operations.traffic.PartitionChoice;
import org.teamsavailability.operations.traffic.TopicScan;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/**
 * Looks for one request id over the topics, from a time on.
 *
 * <p>The order matters: requests, then how far they are taken, then those that wait, then answers
 * and dead letters. A request that moves on meanwhile is found at its later place.
 */
final class Search {

    /** How far the clocks of a workflow, a broker and an enricher may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Access access;
    private final RecordSerdes serdes;
    private final EnricherState enricher;
    private final TopicScan scan;
    private final Wanted wanted;

    /**
     * What is looked for.
     *
     * @param desk only this service desk's; null for all
     */
    record Wanted(String requestId, @Nullable String desk, Instant since) {

        boolean isDesk(String other) {
            return desk == null || desk.equals(other);
        }
    }

    Search(Access access, RecordSerdes serdes, EnricherState enricher, Wanted wanted) {
        this.access = access;
        this.serdes = serdes;
        this.enricher = enricher;
        this.scan = new TopicScan(access);
        this.wanted = wanted;
    }

    FoundRecords run() {
        var requests = requests();
        var partitions = partitionsOf(requests);
        var taken = unlessForbidden(enricher::taken);
        var pending = unlessForbidden(() -> pending(partitions, taken));
        var since = since(requests);
        return new FoundRecords(
                requests,
                pending,
                taken,
                records(
                        Topics.CANDIDATE_AVAILABILITY,
                        CandidateAvailability.class,
                        CandidateAvailability::getRequestId,
                        partitions,
                        since),
                records(
                        Topics.FALLBACK_REASON,
                        FallbackReason.class,
                        FallbackReason::getRequestId,
                        partitions,
                        since),
                new DeadLetterSearch(access, scan, wanted).of(requests, since));
    }

    private List<FoundRecord<DispatchRequested>> requests() {
        var values = serdes.forValue(DispatchRequested.class).deserializer();
        var id = new IdBytes(wanted.requestId());
        var requests = new ArrayList<FoundRecord<DispatchRequested>>();
        scan.read(
                List.of(access.name(Topics.DISPATCH_REQUESTED)),
                partitionsOfDesk(),
                wanted.since(),
                record -> {
                    if (id.isTextOf(record.value())) {
                        var match = FoundRecord.of(record, read(values, record));
                        if (isWanted(match)) {
                            requests.add(match);
                        }
                    }
                });
        requests.sort(FoundRecord.IN_ORDER);
        return requests;
    }

    private boolean isWanted(FoundRecord<DispatchRequested> match) {
        var request = match.value();
        if (request == null) {
            return wanted.isDesk(match.key());
        }
        return wanted.requestId().equals(request.getRequestId())
                && (wanted.isDesk(request.getServiceDeskId()) || wanted.isDesk(match.key()));
    }

    private <T extends SpecificRecord> List<FoundRecord<T>> records(
            Topic topic,
            Class<T> type,
            Function<T, String> requestId,
            PartitionChoice partitions,
            Instant since) {
        var values = serdes.forValue(type).deserializer();
        var id = new IdBytes(wanted.requestId());
        var found = new ArrayList<FoundRecord<T>>();
        scan.read(
                List.of(access.name(topic)),
                partitions,
                since,
                record -> {
                    if (id.isStringOf(record.value())) {
                        var value = read(values, record);
                        var match = FoundRecord.of(record, value);
                        if (value != null
                                && wanted.requestId().equals(requestId.apply(value))
                                && wanted.isDesk(match.key())) {
                            found.add(match);
                        }
                    }
                });
        found.sort(FoundRecord.IN_ORDER);
        return found;
    }

    private @Nullable List<FoundRecord<PendingRequest>> pending(
            PartitionChoice partitions, @Nullable Map<Integer, Long> taken) {
        var changelog = enricher.pendingRequests();
        if (changelog == null) {
            // an enricher that took a request has made it: it is there, and hidden from this user
            return taken != null && taken.isEmpty() ? List.of() : null;
        }
        return new PendingSearch(scan, wanted).in(changelog, partitions);
    }

    /** The answer comes after the request, except where clocks differ. */
    private Instant since(List<FoundRecord<DispatchRequested>> requests) {
        return requests.stream()
                .map(FoundRecord::at)
                .min(Comparator.naturalOrder())
                .map(first -> first.minus(CLOCKS_DIFFER))
                .filter(first -> first.isAfter(wanted.since()))
                .orElse(wanted.since());
    }

    private PartitionChoice partitionsOfDesk() {
        return wanted.desk() == null
                ? (_, _) -> true
                : PartitionChoice.ofKeys(List.of(wanted.desk().getBytes(UTF_8)));
    }

    /** Those of the requests that were found and, because there may be older ones, of the desk. */
    private PartitionChoice partitionsOf(List<FoundRecord<DispatchRequested>> requests) {
        var ofDesk = partitionsOfDesk();
        if (wanted.desk() == null && requests.isEmpty()) {
            return ofDesk;
        }
        var keys = requests.stream().map(request -> request.key().getBytes(UTF_8)).toList();
        var ofKeys = PartitionChoice.ofKeys(keys);
        var own = requests.stream().map(FoundRecord::partition).collect(Collectors.toSet());
        return (partition, count) ->
                own.contains(partition)
                        || ofKeys.holds(partition, count)
                        || (wanted.desk() != null && ofDesk.holds(partition, count));
    }

    private static <T extends SpecificRecord> @Nullable T read(
            Deserializer<T> values, ConsumerRecord<byte[], byte[]> record) {
        try {
            return values.deserialize(record.topic(), record.value());
        } catch (UnreadableRecordException _) {
            return null;
        }
    }

    private static <T> @Nullable T unlessForbidden(Supplier<@Nullable T> look) {
        try {
            return look.get();
        } catch (AuthorizationException _) {
            return null;
        }
    }
}
