package org.teamsavailability.schemas.serde;

import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import java.util.IdentityHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Keeps the reader and the writer of each schema by the identity of the schema object, of which the
 * resolver keeps one a schema. Apicurio's own provider hashes the whole schema for every record.
 *
 * <p>Made by Apicurio's serializer and deserializer, by its name. May be used by any number of
 * threads: a lost update of a map is made again.
 */
public final class DatumsBySchema<T> extends DefaultAvroDatumProvider<T> {

    /** Far more schemas than there are; a resolver that makes new ones fills no memory. */
    private static final int MOST = 1_000;

    // Never changed once they are here.
    private volatile IdentityHashMap<Schema, DatumWriter<T>> writers = new IdentityHashMap<>();
    private volatile IdentityHashMap<Schema, DatumReader<T>> readers = new IdentityHashMap<>();

    @Override
    public DatumWriter<T> createDatumWriter(T data, Schema schema) {
        if (!(data instanceof SpecificRecord)) {
            return super.createDatumWriter(data, schema);
        }
        DatumWriter<T> known = writers.get(schema);
        if (known == null) {
            known = super.createDatumWriter(data, schema);
            writers = with(writers, schema, known);
        }
        return known;
    }

    @Override
    public DatumReader<T> createDatumReader(Schema schema) {
        DatumReader<T> known = readers.get(schema);
        if (known == null) {
            known = super.createDatumReader(schema);
            readers = with(readers, schema, known);
        }
        return known;
    }

    private static <V> IdentityHashMap<Schema, V> with(
            IdentityHashMap<Schema, V> known, Schema schema, V made) {
        IdentityHashMap<Schema, V> more = new IdentityHashMap<>();
        if (known.size() < MOST) {
            more.putAll(known);
        }
        more.put(schema, made);
        return more;
    }
}
