package org.teamsavailability.benchmarks.world;

/**
 * Calls of Graph that the simulator counted.
 *
 * @param calls how many arrived
 * @param ids how many accounts they asked about together
 * @param throttled how many were answered with 429
 */
public record GraphCalls(long calls, long ids, long throttled) {

    /** What was added since an earlier count. */
    public GraphCalls since(GraphCalls earlier) {
        return new GraphCalls(
                calls - earlier.calls, ids - earlier.ids, throttled - earlier.throttled);
    }
}
