package org.teamsavailability.systemtests.promises;

import java.util.List;
import java.util.function.Predicate;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;

/** What an answer says. */
final class Answers {

    private Answers() {}

    /** These verdicts on presence, in the order of the candidates. */
    static Predicate<CandidateAvailability> presence(PresenceVerdict... verdicts) {
        return answer ->
                answer.getCandidates().stream()
                        .map(it -> it.getPresence())
                        .toList()
                        .equals(List.of(verdicts));
    }

    /** This reason alone. */
    static Predicate<CandidateAvailability> fallback(Reason reason) {
        return answer ->
                answer.getFallbacks().stream()
                        .map(it -> it.getReason())
                        .toList()
                        .equals(List.of(reason));
    }
}
