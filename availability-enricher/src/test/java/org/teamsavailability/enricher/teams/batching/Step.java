package org.teamsavailability.enricher.teams.batching;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Something that happens to a gateway. */
sealed interface Step {

    /** A request for {@code count} accounts from {@code from} on. */
    record AskPresence(int tenant, int from, int count, int deadline) implements Step {}

    record AskRota(int tenant, int firstTeam, int teams, int day, int deadline) implements Step {}

    /** One of the calls that are out comes back. */
    record Return(int which, Answer answer, int retryAfter) implements Step {}

    record Pass(int millis) implements Step {}

    /** What Graph says. */
    enum Answer {
        ALL,
        NOTHING_KNOWN,
        UNREACHABLE,
        UNAVAILABLE_UNTIL,
        MALFORMED,
        THROTTLED,
        REFUSED,
        FORBIDDEN,
        NOT_PROVISIONED
    }

    static Arbitrary<Step> any() {
        Arbitrary<Integer> tenant = Arbitraries.integers().between(1, 2);
        Arbitrary<Integer> deadline = Arbitraries.integers().between(0, 2_500);
        Arbitrary<Integer> count =
                Arbitraries.frequencyOf(
                        Tuple.of(40, Arbitraries.integers().between(1, 25)),
                        Tuple.of(1, Arbitraries.integers().between(600, 800)));
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(
                                        tenant,
                                        Arbitraries.integers().between(1, 40),
                                        count,
                                        deadline)
                                .as(AskPresence::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        tenant,
                                        Arbitraries.integers().between(1, 4),
                                        Arbitraries.integers().between(1, 4),
                                        Arbitraries.integers().between(0, 1),
                                        deadline)
                                .as(AskRota::new)),
                Tuple.of(
                        5,
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 9),
                                        Arbitraries.frequencyOf(
                                                Tuple.of(2, Arbitraries.just(Answer.ALL)),
                                                Tuple.of(3, Arbitraries.of(Answer.class))),
                                        Arbitraries.integers().between(0, 3_000))
                                .as(Return::new)),
                Tuple.of(3, Arbitraries.integers().between(0, 60).map(Pass::new)),
                Tuple.of(1, Arbitraries.integers().between(0, 6_000).map(Pass::new)));
    }
}
