package org.teamsavailability.enricher.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.rules.ReadResults.UnreadItem;

/**
 * One reason why something was not read, wherever it was met.
 *
 * @param gaps where it was met; empty for SHIFTS_NOT_IN_THIS_CLOUD, which is known unasked
 */
record FallbackCause(Reason reason, Signal signal, List<UnreadItem> gaps) {

    private static final Comparator<ReadFailure> MOST_TELLING_FIRST =
            Comparator.comparing((ReadFailure obstacle) -> !obstacle.ownCredentials())
                    .thenComparing(obstacle -> obstacle.graphStatus() == null);

    /** One for each reason, in the order in which reasons are reported. */
    static List<FallbackCause> of(ReadResults findings) {
        List<FallbackCause> hindrances = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<UnreadItem> met =
                    findings.gaps().stream()
                            .filter(gap -> gap.obstacle().reason() == reason)
                            .toList();
            if (!met.isEmpty()) {
                hindrances.add(new FallbackCause(reason, signalOf(met), met));
            }
        }
        if (findings.shiftsNotInCloud()) {
            hindrances.add(
                    new FallbackCause(Reason.SHIFTS_NOT_IN_THIS_CLOUD, Signal.ROTA, List.of()));
        }
        return hindrances;
    }

    private static Signal signalOf(List<UnreadItem> gaps) {
        Set<Signal> signals = new HashSet<>();
        gaps.forEach(gap -> signals.add(gap.signal()));
        return signals.size() > 1 ? Signal.BOTH : gaps.getFirst().signal();
    }

    /** The obstacle whose status and request id help most; null where nothing was asked. */
    @Nullable ReadFailure mostTelling() {
        return gaps.stream().map(UnreadItem::obstacle).min(MOST_TELLING_FIRST).orElse(null);
    }

    boolean ownCredentials() {
        return gaps.stream().anyMatch(gap -> gap.obstacle().ownCredentials());
    }

    List<String> permissions() {
        return gaps.stream()
                .map(gap -> gap.obstacle().permission())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    List<String> teams() {
        return gaps.stream()
                .filter(gap -> gap.signal() == Signal.ROTA)
                .map(UnreadItem::of)
                .toList();
    }

    /** How many candidates lack a signal because of it. */
    int affected(List<Verdict> verdicts) {
        Set<String> withoutPresence = new HashSet<>();
        for (UnreadItem gap : gaps) {
            if (gap.signal() == Signal.PRESENCE) {
                withoutPresence.add(gap.of());
            }
        }
        int affected = 0;
        for (Verdict verdict : verdicts) {
            boolean lacksRota =
                    signal != Signal.PRESENCE && verdict.rota() == RotaVerdict.NO_SIGNAL;
            if (lacksRota || withoutPresence.contains(verdict.technicianId())) {
                affected++;
            }
        }
        return affected;
    }
}
