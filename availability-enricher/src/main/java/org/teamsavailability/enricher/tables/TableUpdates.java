package org.teamsavailability.enricher.tables;

import java.util.function.BiPredicate;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a global table up to date, live and on restore: decodes a row, checks key against value,
 * and ignores, counts and logs what it cannot read.
 *
 * <p>Thread rule: the global thread owns it. Never throws for a bad row, because an exception on
 * that thread stops the whole client.
 *
 * @param <V> the table's rows
 */
public final class TableUpdates<V> implements Processor<String, byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(TableUpdates.class);

    private final String topic;
    private final String storeName;
    private final RowReader<V> reader;
    private final BiPredicate<String, V> belongs;
    private final Runnable ignoredRow;
    private final RowChanges changes;
    private @Nullable KeyValueStore<String, V> table;
    private @Nullable ProcessorContext<Void, Void> context;

    /**
     * @param belongs whether a row may stand under a key
     * @param ignoredRow called for each row that is ignored
     * @param changes is told of each row that has changed
     */
    TableUpdates(
            String topic,
            String storeName,
            RowReader<V> reader,
            BiPredicate<String, V> belongs,
            Runnable ignoredRow,
            RowChanges changes) {
        this.topic = topic;
        this.storeName = storeName;
        this.reader = reader;
        this.belongs = belongs;
        this.ignoredRow = ignoredRow;
        this.changes = changes;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        this.table = context.getStateStore(storeName);
        changes.allChanged();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (table == null) {
            throw new IllegalStateException("A table is updated before init()");
        }
        if (record.key() == null) {
            ignore("it has no key");
        } else if (record.value() == null) {
            table.delete(record.key());
            changes.changed(record.key());
        } else {
            put(table, record.key(), record.value());
        }
    }

    private void put(KeyValueStore<String, V> rows, String key, byte[] value) {
        V row = reader.read(topic, value);
        if (row == null) {
            ignore("its value cannot be read");
        } else if (!belongs.test(key, row)) {
            ignore("its key and its value do not belong together, or an id is not a GUID");
        } else {
            rows.put(key, row);
            changes.changed(key);
        }
    }

    private void ignore(String why) {
        ignoredRow.run();
        var metadata = context == null ? null : context.recordMetadata().orElse(null);
        log.atWarn()
                .addKeyValue("topic", topic)
                .addKeyValue("partition", metadata == null ? -1 : metadata.partition())
                .addKeyValue("offset", metadata == null ? -1 : metadata.offset())
                .addKeyValue("why", why)
                .log("A table row is ignored; the row before it under the same key stays");
    }
}
