package org.teamsavailability.enricher.topology;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.tables.Tables;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.ServiceDeskConnection;

/**
 * Counts the tables' rows when somebody looks. There are as many connections as service desks, so
 * they are read one by one, every ten seconds at most; mappings are many, and estimated. NaN while
 * the client cannot be asked. Any thread.
 */
final class TableRowCounts {

    private static final long COUNTS_LAST_NS = Duration.ofSeconds(10).toNanos();

    private volatile @Nullable KafkaStreams streams;
    private Map<ConsentState, Integer> connections = Map.of();
    private boolean known;
    private long countedAt;

    void follow(KafkaStreams started) {
        streams = started;
    }

    void stopFollowing() {
        streams = null;
    }

    double mappings() {
        var table = table(Tables.MAPPINGS);
        return table == null ? Double.NaN : table.approximateNumEntries();
    }

    /** One of the gauges counts for all. */
    synchronized double connections(ConsentState consent) {
        long now = System.nanoTime();
        if (!known || now - countedAt > COUNTS_LAST_NS) {
            count();
            countedAt = now;
        }
        return known ? connections.getOrDefault(consent, 0) : Double.NaN;
    }

    private void count() {
        ReadOnlyKeyValueStore<String, ServiceDeskConnection> table = table(Tables.CONNECTIONS);
        known = table != null;
        if (table == null) {
            return;
        }
        var counted = new EnumMap<ConsentState, Integer>(ConsentState.class);
        try (var rows = table.all()) {
            rows.forEachRemaining(row -> counted.merge(row.value.getConsent(), 1, Integer::sum));
            connections = counted;
        } catch (InvalidStateStoreException _) {
            known = false; // it was closed meanwhile
        }
    }

    private <V> @Nullable ReadOnlyKeyValueStore<String, V> table(String name) {
        var client = streams;
        if (client == null) {
            return null;
        }
        try {
            return client.store(
                    StoreQueryParameters.fromNameAndType(
                            name, QueryableStoreTypes.<String, V>keyValueStore()));
        } catch (InvalidStateStoreException _) {
            return null;
        }
    }
}
