package org.teamsavailability.mapping.search.messaging;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/**
 * Decodes records that are under the key of a desk. Those that cannot be read, or name another
 * desk, are counted and skipped. Any thread.
 *
 * @param deskOf the desk that a record names
 * @param unreadable is told of each record that is skipped
 */
public record DeskRecords<T extends SpecificRecord>(
        Deserializer<T> deserializer, Function<T, String> deskOf, Runnable unreadable) {

    /**
     * The record.
     *
     * @return null if it is to be skipped
     * @throws org.teamsavailability.schemas.serde.RegistryUnreachableException if it can perhaps be
     *     read later
     */
    public @Nullable T read(ConsumerRecord<byte[], byte[]> record, String serviceDeskId) {
        try {
            @Nullable T read =
                    record.value() == null
                            ? null
                            : deserializer.deserialize(record.topic(), record.value());
            if (read != null && deskOf.apply(read).equals(serviceDeskId)) {
                return read;
            }
        } catch (UnreadableRecordException _) {
            // counted below: the search continues with the other records
        }
        unreadable.run();
        return null;
    }
}
