package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What requests ask for.
 *
 * @param candidates how many candidates a request has
 * @param rota whether it names the rota team of its desk
 * @param respondBy how long an answer may take; null leaves the field out
 */
public record RequestContent(int candidates, boolean rota, @Nullable Duration respondBy) {

    /** The presence of so many candidates. */
    public static RequestContent of(int candidates) {
        return new RequestContent(candidates, false, null);
    }

    /** The same with the rota team of the desk, or without. */
    public RequestContent withRota(boolean other) {
        return new RequestContent(candidates, other, respondBy);
    }

    /** The same with a time by which an answer has to be there. */
    public RequestContent within(Duration other) {
        return new RequestContent(candidates, rota, other);
    }
}
