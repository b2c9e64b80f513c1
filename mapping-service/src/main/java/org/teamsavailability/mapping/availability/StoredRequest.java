package org.teamsavailability.mapping.availability;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a request: no word of it and of its answer.
 *
 * @param hash of the body
 * @param partition of its record and of its answer
 * @param requestFrom the offset from which its record may be on {@code dispatch-requested}
 * @param requestOffset the offset of its record; null while nobody has stored it
 * @param answerFrom the offset from which its answer may be on {@code candidate-availability}
 * @param attempt counts who tries to publish it, from 1
 * @param untilDeadline how long the current attempt may still publish it, by the clock of the
 *     database; zero or negative when it cannot any more
 * @param waitEnded whether the wait of a call that asked ended before the answer came
 */
public record StoredRequest(
        RequestHash hash,
        int partition,
        long requestFrom,
        @Nullable Long requestOffset,
        long answerFrom,
        int attempt,
        Duration untilDeadline,
        boolean waitEnded) {

    boolean isAccepted() {
        return requestOffset != null;
    }

    boolean isPastDeadline() {
        return !untilDeadline.isPositive();
    }
}
