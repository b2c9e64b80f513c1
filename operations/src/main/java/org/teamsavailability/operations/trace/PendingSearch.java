package org.teamsavailability.operations.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.trace.Search.Wanted;
import org.teamsavailability.operations.traffic.PartitionChoice;
import org.teamsavailability.operations.traffic.TopicScan;
import org.teamsavailability.schemas.PendingRequest;
import org.teamsavailability.schemas.serde.PlainAvro;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/**
 * Looks into the changelog of the requests that wait for Teams. An enricher writes it in the
 * transaction that takes a request, and in the one that answers it, so what is committed there is
 * true of that moment. The topic is compacted and stays small.
 */
final class PendingSearch {

    private final TopicScan scan;
    private final Wanted wanted;

    PendingSearch(TopicScan scan, Wanted wanted) {
        this.scan = scan;
        this.wanted = wanted;
    }

    /**
     * Those that wait now; null where another release wrote them in a form that this cannot read.
     */
    @Nullable List<FoundRecord<PendingRequest>> in(String changelog, PartitionChoice partitions) {
        Map<Slot, ConsumerRecord<byte[], byte[]>> slots = new LinkedHashMap<>();
        scan.read(
                List.of(changelog),
                partitions,
                Instant.EPOCH,
                record -> {
                    var slot = new Slot(record.partition(), ByteBuffer.wrap(record.key()));
                    if (record.value() == null) {
                        slots.remove(slot);
                    } else {
                        slots.put(slot, record);
                    }
                });
        try {
            return waiting(slots.values());
        } catch (UnreadableRecordException _) {
            return null;
        }
    }

    /** A slot of one task; it is used again when its request is answered. */
    private record Slot(int partition, ByteBuffer key) {}

    private List<FoundRecord<PendingRequest>> waiting(
            Collection<ConsumerRecord<byte[], byte[]>> records) {
        var format = PlainAvro.of(PendingRequest.class, List.of());
        var id = new IdBytes(wanted.requestId());
        var waiting = new ArrayList<FoundRecord<PendingRequest>>();
        for (var record : records) {
            if (id.isStringOf(record.value())) {
                var pending = format.read(record.value());
                var match = match(record, pending);
                if (wanted.requestId().equals(pending.getRequest().getRequestId())
                        && wanted.isDesk(match.key())) {
                    waiting.add(match);
                }
            }
        }
        waiting.sort(FoundRecord.IN_ORDER);
        return waiting;
    }

    /** Its key is the request's, not the slot. */
    private static FoundRecord<PendingRequest> match(
            ConsumerRecord<byte[], byte[]> record, PendingRequest pending) {
        return new FoundRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                UTF_8.decode(pending.getKey().duplicate()).toString(),
                pending);
    }
}
