package org.teamsavailability.mapping.technician.messaging;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;
import org.teamsavailability.mapping.technician.Technicians;

/**
 * Takes over what the PSA publishes, record by record in the order of the partition. Called by the
 * thread that reads the partition; what it throws is either a {@link PoisonRecordException} or may
 * succeed later.
 */
final class PsaTechnicianListener implements MessageListener<byte[], byte[]> {

    private static final String ACTOR = "psa";
    private static final String NO_SUCH_DESK = "23503";
    private static final int DEEPEST = 30;

    private final PsaTechnicianReader reader;
    private final Technicians technicians;

    PsaTechnicianListener(PsaTechnicianReader reader, Technicians technicians) {
        this.reader = reader;
        this.technicians = technicians;
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> record) {
        var change = reader.read(record);
        try {
            apply(change);
        } catch (RuntimeException e) {
            throw told(e);
        }
    }

    private void apply(PsaChange change) {
        var desk = change.serviceDeskId();
        switch (change) {
            case PsaChange.Present present -> technicians.upsert(desk, present.technician(), ACTOR);
            case PsaChange.Removed removed -> {
                if (!technicians.erase(desk, removed.technicianId(), ACTOR)
                        && !technicians.deskExists(desk)) {
                    throw unknownDesk();
                }
            }
        }
    }

    /** Classes 22 and 23 are about the data: the same will happen again. */
    private static RuntimeException told(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .filter(state -> state.startsWith("22") || state.startsWith("23"))
                .findFirst()
                .<RuntimeException>map(state ->
                        state.equals(NO_SUCH_DESK)
                                ? unknownDesk()
                                : new PoisonRecordException(
                                        "The database refuses the technician, with SQLSTATE "
                                                + state))
                .orElse(failure);
    }

    private static PoisonRecordException unknownDesk() {
        return new PoisonRecordException(
                "There is no such service desk: create it, and publish the technician again");
    }
}
