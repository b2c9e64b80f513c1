package org.teamsavailability.mapping.technician.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.technician.GivenTechnician;
import org.teamsavailability.mapping.technician.RowErrors;
import org.teamsavailability.mapping.technician.Sent;
import org.teamsavailability.mapping.technician.TechnicianBatch;
import org.teamsavailability.mapping.technician.TechnicianText;
import org.teamsavailability.schemas.PsaTechnician;
import org.teamsavailability.schemas.serde.RecordSerdes;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.schemas.serde.UnreadableRecordException;

/** Makes sense of the bytes of a record. */
final class PsaTechnicianReader implements AutoCloseable {

    private final RecordSerdes serdes;

    PsaTechnicianReader(SerdeSettings registry) {
        this.serdes = new RecordSerdes(registry);
    }

    private record Key(String serviceDeskId, String technicianId) {

        static Key of(String serviceDeskId, String technicianId) {
            return new Key(serviceDeskId, String.valueOf(TechnicianText.trimmed(technicianId)));
        }
    }

    /**
     * Reads it.
     *
     * @throws PoisonRecordException where it is not what the topic is for
     * @throws org.teamsavailability.schemas.serde.RegistryUnreachableException where that cannot be
     *     said now
     */
    PsaChange read(ConsumerRecord<byte[], byte[]> record) {
        var key = key(record.key());
        var value = value(record);
        if (value == null) {
            return new PsaChange.Removed(key.serviceDeskId(), key.technicianId());
        }
        if (!key.equals(Key.of(value.getServiceDeskId(), value.getTechnicianId()))) {
            throw new PoisonRecordException(
                    "The key is not the record's own serviceDeskId/technicianId");
        }
        return new PsaChange.Present(key.serviceDeskId(), technician(value));
    }

    private static Key key(byte @Nullable [] bytes) {
        var parts = text(bytes).split("/", -1);
        if (parts.length != 2 || TechnicianText.wrongInId(parts[0]) != null) {
            throw new PoisonRecordException("The key is not serviceDeskId/technicianId");
        }
        var key = Key.of(parts[0], parts[1]);
        var wrong = TechnicianText.wrongInGivenId(key.technicianId());
        if (wrong != null) {
            throw new PoisonRecordException(
                    "The key is not serviceDeskId/technicianId: the technicianId " + wrong);
        }
        return key;
    }

    private static String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new PoisonRecordException("There is no key");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new PoisonRecordException("The key is not UTF-8");
        }
    }

    private @Nullable PsaTechnician value(ConsumerRecord<byte[], byte[]> record) {
        try {
            return serdes.forValue(PsaTechnician.class)
                    .deserializer()
                    .deserialize(record.topic(), record.value());
        } catch (UnreadableRecordException e) {
            throw new PoisonRecordException(String.valueOf(e.getMessage()));
        }
    }

    private static TechnicianBatch technician(PsaTechnician value) {
        var errors = RowErrors.ofRows();
        try {
            return TechnicianBatch.of(
                    List.of(
                            new GivenTechnician(
                                    1,
                                    value.getTechnicianId(),
                                    value.getDisplayName(),
                                    new Sent<>(value.getEmail()),
                                    new Sent<>(value.getActive()))),
                    errors);
        } catch (RefusedException _) {
            throw new PoisonRecordException("The technician is not valid: " + errors.inWords());
        }
    }

    @Override
    public void close() {
        serdes.close();
    }
}
