package org.teamsavailability.enricher.topology;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.enricher.tables.RowReader;

/**
 * Reads table rows on the global thread: bytes that are no row are none, but while the schema
 * registry cannot be reached it waits, so that no row is lost for an outage. Meanwhile the tables
 * do not change and requests continue.
 *
 * @param <V> the row
 */
public final class RetryingRowReader<V> implements RowReader<V> {

    private static final Logger log = LoggerFactory.getLogger(RetryingRowReader.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Deserializer<V> deserializer;
    private final Consumer<Duration> pause;
    private final BooleanSupplier stopping;

    /**
     * @param pause blocks the calling thread for so long
     * @param stopping whether the service is about to stop
     */
    public RetryingRowReader(
            Deserializer<V> deserializer, Consumer<Duration> pause, BooleanSupplier stopping) {
        this.deserializer = deserializer;
        this.pause = pause;
        this.stopping = stopping;
    }

    /** Fails only while the service stops: the row is read again at the next start. */
    @Override
    public @Nullable V read(String topic, byte[] bytes) {
        while (true) {
            try {
                return deserializer.deserialize(topic, bytes);
            } catch (RuntimeException e) {
                if (!RegistryOutage.isBehind(e)) {
                    return null;
                }
                if (stopping.getAsBoolean()) {
                    throw e;
                }
                log.atWarn()
                        .addKeyValue("topic", topic)
                        .log("The schema registry cannot be reached; the table waits until it can");
                pause.accept(PAUSE);
            }
        }
    }
}
