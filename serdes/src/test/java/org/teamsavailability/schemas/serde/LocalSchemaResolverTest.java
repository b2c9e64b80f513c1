package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Samples;
import org.teamsavailability.schemas.Topics;

class LocalSchemaResolverTest {

    @AutoClose private final RecordSerdes serdes = RecordSerdes.withoutRegistry();

    @Test
    void readsWhatWasWrittenInThisProcess() {
        assertThat(Samples.all())
                .isNotEmpty()
                .allSatisfy(record ->
                        assertThat(writtenAndRead(record)).hasToString(record.toString()));
    }

    @SuppressWarnings("unchecked") // the class is the record's own
    private <T extends SpecificRecord> T writtenAndRead(T record) {
        var serde = serdes.forValue((Class<T>) record.getClass());
        byte[] bytes = serde.serializer().serialize(Topics.DISPATCH_REQUESTED.name(), record);
        return serde.deserializer().deserialize(Topics.DISPATCH_REQUESTED.name(), bytes);
    }
}
