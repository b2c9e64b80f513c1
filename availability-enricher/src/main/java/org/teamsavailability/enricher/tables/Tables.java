package org.teamsavailability.enricher.tables;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;

/** The two global tables: their stores, what keeps them up to date, and how they are read. */
public final class Tables {

    /** The connections' store. */
    public static final String CONNECTIONS = "service-desk-connections";

    /** The mappings' store. */
    public static final String MAPPINGS = "technician-mappings";

    private Tables() {}

    /** The store of a table; it has no changelog, its topic is one. */
    public static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> rows) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), rows)
                .withLoggingDisabled();
    }

    /**
     * Keeps the connections up to date.
     *
     * @param ignoredRow called for each row that is ignored
     */
    public static ProcessorSupplier<String, byte[], Void, Void> connectionUpdates(
            String topic, RowReader<ServiceDeskConnection> reader, Runnable ignoredRow) {
        return () ->
                new TableUpdates<>(
                        topic,
                        CONNECTIONS,
                        reader,
                        TableRows.CONNECTION,
                        ignoredRow,
                        RowChanges.IGNORED);
    }

    /**
     * Keeps the mappings up to date.
     *
     * @param ignoredRow called for each row that is ignored
     * @param known drops what has changed
     */
    public static ProcessorSupplier<String, byte[], Void, Void> mappingUpdates(
            String topic,
            RowReader<TechnicianMapping> reader,
            Runnable ignoredRow,
            MappedAccounts known) {
        return () ->
                new TableUpdates<>(topic, MAPPINGS, reader, TableRows.MAPPING, ignoredRow, known);
    }

    /**
     * The tables as a processor reads them.
     *
     * @param known the same as for {@link #mappingUpdates}
     */
    public static Directory directory(ProcessorContext<?, ?> context, MappedAccounts known) {
        KeyValueStore<String, ServiceDeskConnection> connections =
                context.getStateStore(CONNECTIONS);
        KeyValueStore<String, TechnicianMapping> mappings = context.getStateStore(MAPPINGS);
        return new Directory(connections, mappings, known);
    }
}
