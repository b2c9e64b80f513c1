package org.teamsavailability.operations.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.CandidateVerdict;

/** How many candidates of an answer have each verdict. */
final class VerdictCounts {

    private VerdictCounts() {}

    /** By name of the verdict's part, then by its value, in alphabetical order. */
    static Map<String, Map<String, Long>> of(CandidateAvailability answer) {
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        var candidates = answer.getCandidates();
        counts.put("presence", count(candidates, verdict -> verdict.getPresence().name()));
        counts.put("rota", count(candidates, verdict -> verdict.getRota().name()));
        counts.put("preference", count(candidates, verdict -> verdict.getPreference().name()));
        return counts;
    }

    static long blocked(CandidateAvailability answer) {
        return answer.getCandidates().stream().filter(CandidateVerdict::getBlocked).count();
    }

    private static Map<String, Long> count(
            List<CandidateVerdict> candidates, Function<CandidateVerdict, String> value) {
        return candidates.stream()
                .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.counting()));
    }
}
