package org.teamsavailability.enricher.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says which requests are answered OVERLOADED at once because the stage is behind: it has taken
 * only requests that were late already for {@link #PERSISTS}, and many more wait in the topic. Then
 * those without {@code respondBy} that are half late are shed, so that the rest is on time, until
 * the stage has caught up. Owned by the stream thread.
 *
 * <p>Both signs count: a short burst passes by itself, and the clock of a sender may be wrong.
 */
final class LoadShedding {

    /** How long only late requests are taken before the stage counts as behind. */
    static final Duration PERSISTS = Duration.ofSeconds(2);

    /** So many requests wait in the topic at least where a stage is behind. */
    static final long MANY = 500;

    private final Duration answerWithin;
    private final LongSupplier lag;
    private @Nullable Instant onlyLateSince;
    private boolean behind;

    /**
     * @param answerWithin how long after it was sent a request without {@code respondBy} is on time
     * @param lag how many requests of the task's partition wait in Kafka
     */
    LoadShedding(Duration answerWithin, LongSupplier lag) {
        this.answerWithin = answerWithin;
        this.lag = lag;
    }

    /** To be asked for each request that needs a slot, in their order. */
    boolean sheds(AcceptedRequest accepted) {
        Instant now = accepted.acceptedAt();
        Duration age = Duration.between(accepted.timestamp(), now);
        if (age.compareTo(answerWithin) > 0) {
            onlyLateSince = onlyLateSince == null ? now : onlyLateSince;
            behind = behind || (isPersistent(onlyLateSince, now) && lag.getAsLong() >= MANY);
        } else {
            onlyLateSince = null;
            behind = behind && age.compareTo(answerWithin.dividedBy(4)) > 0;
        }
        return behind
                && accepted.request().getRespondBy() == null
                && age.compareTo(answerWithin.dividedBy(2)) > 0;
    }

    private static boolean isPersistent(Instant since, Instant now) {
        return !now.isBefore(since.plus(PERSISTS));
    }
}
