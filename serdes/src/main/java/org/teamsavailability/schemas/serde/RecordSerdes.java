package org.teamsavailability.schemas.serde;

import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.teamsavailability.schemas.TrustedRecords;

/**
 * Makes the serdes of the topics' values: Confluent's wire format (magic byte 0, four bytes of
 * schema id, Avro body) with the schema of subject {@code <topic>-value}, which must have been
 * registered before.
 *
 * <p>All serdes made here share one serializer and one deserializer, and with them the schemas
 * looked up so far, so a registry that goes away later is not missed. An id that the registry does
 * not know is remembered for a minute. The serdes may be used by any number of threads and need no
 * closing; the owner of this object closes it, after their last use.
 */
public final class RecordSerdes implements AutoCloseable {

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;
    private final UnknownSchemas unknown = new UnknownSchemas(System::nanoTime);

    /**
     * Connects to nothing: the registry is asked when the first record is written or read.
     *
     * @throws IllegalArgumentException if a class is not on the class path or is no serializer
     */
    public RecordSerdes(SerdeSettings settings) {
        this(settings, ClientConfiguration.REGISTRY_ANSWERS_WITHIN);
    }

    RecordSerdes(SerdeSettings settings, Duration answersWithin) {
        this(
                settings,
                ClientConfiguration.of(settings, answersWithin),
                ClientConfiguration.of(settings, answersWithin));
    }

    @SuppressWarnings("unchecked") // the classes are chosen by name; what they read is checked
    private RecordSerdes(
            SerdeSettings settings, Map<String, Object> writing, Map<String, Object> reading) {
        TrustedRecords.allow();
        this.serializer = create(settings.serializer(), Serializer.class);
        this.deserializer = create(settings.deserializer(), Deserializer.class);
        serializer.configure(writing, false);
        deserializer.configure(reading, false);
    }

    /**
     * Apicurio's serdes without a registry: they read what they have written themselves. The schema
     * ids mean nothing to anybody else.
     */
    public static RecordSerdes withoutRegistry() {
        var settings = SerdeSettings.apicurio("http://never-connected");
        var configuration =
                ClientConfiguration.of(settings, ClientConfiguration.REGISTRY_ANSWERS_WITHIN);
        configuration.put("apicurio.registry.schema-resolver", new LocalSchemaResolver<>());
        return new RecordSerdes(settings, configuration, configuration);
    }

    /** The serde of topics that carry this record; null bytes are a null record, a tombstone. */
    public <T extends SpecificRecord> Serde<T> forValue(Class<T> type) {
        return new RecordSerde<>(type, serializer, deserializer, unknown);
    }

    private static <T> T create(String className, Class<T> kind) {
        try {
            return Utils.newInstance(className, kind);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    className
                            + " is not on the class path"
                            + (className.startsWith("io.confluent.")
                                    ? ": build with -Pconfluent"
                                    : ": correct the name of the class or add its library"),
                    e);
        } catch (KafkaException | ClassCastException e) {
            throw new IllegalArgumentException(
                    className + " is not a " + kind.getName() + ": correct the name of the class",
                    e);
        }
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
