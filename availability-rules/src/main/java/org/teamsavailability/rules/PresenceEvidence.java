package org.teamsavailability.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of one technician's presence. */
public sealed interface PresenceEvidence {

    /**
     * It was read; never logged, stored or sent on.
     *
     * @param availability the base state, any spelling; null where Microsoft gave none
     * @param activity the supplementary state, any spelling; null where Microsoft gave none
     * @param outOfOffice whether out of office is set
     * @param readAt when the response was complete
     */
    record Seen(
            @Nullable String availability,
            @Nullable String activity,
            boolean outOfOffice,
            Instant readAt)
            implements PresenceEvidence {

        /** Says nothing: a presence value leaves the process only as a verdict. */
        @Override
        public String toString() {
            return "Seen[redacted]";
        }
    }

    /** It could not be read. */
    record Unread(ReadFailure failure) implements PresenceEvidence {}
}
