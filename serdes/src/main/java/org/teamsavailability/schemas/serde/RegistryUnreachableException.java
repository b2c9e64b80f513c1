package org.teamsavailability.schemas.serde;

import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The registry gave no answer, or none that says anything about the record: the same bytes may well
 * be readable later, so nothing may be skipped because of it.
 *
 * <p>There is always an {@link IOException} in the cause chain.
 */
public final class RegistryUnreachableException extends SerializationException {

    private static final long serialVersionUID = 1;

    RegistryUnreachableException(String message, IOException cause) {
        super(message, cause);
    }
}
