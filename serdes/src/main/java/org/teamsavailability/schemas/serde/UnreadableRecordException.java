package org.teamsavailability.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes are not what they should be, and will not be at a second try: not in the wire format,
 * with a schema that the registry does not know, or of another record.
 *
 * <p>Neither the message nor the cause chain ever holds a value of the record, because both end up
 * in the headers of dead letters. There is no cause, and so no {@link java.io.IOException} in the
 * chain, although Avro reports bytes that end too early by one.
 */
public final class UnreadableRecordException extends SerializationException {

    private static final long serialVersionUID = 1;

    UnreadableRecordException(String message) {
        super(message);
    }
}
