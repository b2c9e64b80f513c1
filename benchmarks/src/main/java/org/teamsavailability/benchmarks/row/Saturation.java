package org.teamsavailability.benchmarks.row;

import org.teamsavailability.benchmarks.load.Generator;
import org.teamsavailability.benchmarks.load.Load;
import org.teamsavailability.benchmarks.load.LoadResult;

/**
 * Finds the highest rate at which an arm answers 95 % of the requests on time: the rate grows by a
 * half until it does not, and then one step between both is tried.
 */
final class Saturation {

    private static final double ENOUGH = 0.95;
    private static final double GROWTH = 1.5;
    private static final int MOST_STEPS = 14;
    private static final int MOST_QUICK_STEPS = 2;

    private final Generator generator;
    private final Load load;
    private final Scale scale;

    /**
     * @param load at the first rate, which every arm should manage
     */
    Saturation(Generator generator, Load load, Scale scale) {
        this.generator = generator;
        this.load = load;
        this.scale = scale;
    }

    /** What the arm showed at the best rate, or at the first where it did not manage that. */
    LoadResult best() throws InterruptedException {
        double rate = load.perSecond();
        var best = generator.offer(load);
        int most = scale.quick() ? MOST_QUICK_STEPS : MOST_STEPS;
        double bestRate = rate;
        boolean holds = isSustained(best);
        for (int step = 1; step < most && holds; step++) {
            rate *= GROWTH;
            var next = generator.offer(load.at(rate, scale.step()));
            holds = isSustained(next);
            if (holds) {
                best = next;
                bestRate = rate;
            }
        }
        if (!holds && rate > bestRate) {
            var between = generator.offer(load.at(Math.sqrt(rate * bestRate), scale.step()));
            best = isSustained(between) ? between : best;
        }
        return best;
    }

    private static boolean isSustained(LoadResult result) {
        return result.onTimeShare() >= ENOUGH;
    }
}
