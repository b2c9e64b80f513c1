package org.teamsavailability.schemas.serde;

import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/** The registry answers, but does not hold the schemas of this release. */
public final class SchemaMissingException extends SerializationException {

    private static final long serialVersionUID = 1;

    /** Of these subjects. */
    public SchemaMissingException(List<String> subjects) {
        super(
                "The schema registry does not hold this release's schema of "
                        + String.join(", ", subjects)
                        + ": create the topics with this release, which registers the schemas, and"
                        + " start again");
    }
}
