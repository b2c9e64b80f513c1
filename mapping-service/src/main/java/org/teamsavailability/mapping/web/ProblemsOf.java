package org.teamsavailability.mapping.web;

import java.util.function.Function;
import org.teamsavailability.mapping.refusal.Refusal;

/**
 * What the refusals of one package are over HTTP; the package {@code web} of it has a bean of this
 * type.
 *
 * @param refusals the sealed interface of these refusals
 * @param problem the problem that stands for one of them
 */
public record ProblemsOf<R extends Refusal>(Class<R> refusals, Function<R, Problem> problem) {

    boolean isAbout(Refusal refusal) {
        return refusals.isInstance(refusal);
    }

    Problem of(Refusal refusal) {
        return problem.apply(refusals.cast(refusal));
    }
}
