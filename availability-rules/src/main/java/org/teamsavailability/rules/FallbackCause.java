package org.teamsavailability.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.ReadResults.UnreadItem;

/**
 * One reason why something was not read, with everything it applies to.
 *
 * @param unread what was not read; empty for SHIFTS_NOT_IN_THIS_CLOUD, which is known without a
 *     call
 */
record FallbackCause(Reason reason, Signal signal, List<UnreadItem> unread) {

    private static final Comparator<ReadFailure> MOST_SPECIFIC_FIRST =
            Comparator.comparing((ReadFailure failure) -> !failure.ownCredentials())
                    .thenComparing(failure -> failure.graphStatus() == null);

    /** One for each reason, in the order in which reasons are reported. */
    static List<FallbackCause> of(ReadResults results) {
        List<FallbackCause> causes = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<UnreadItem> met =
                    results.unread().stream()
                            .filter(item -> item.failure().reason() == reason)
                            .toList();
            if (!met.isEmpty()) {
                causes.add(new FallbackCause(reason, signalOf(met), met));
            }
        }
        if (results.shiftsNotInCloud()) {
            causes.add(new FallbackCause(Reason.SHIFTS_NOT_IN_THIS_CLOUD, Signal.ROTA, List.of()));
        }
        return causes;
    }

    private static Signal signalOf(List<UnreadItem> unread) {
        Set<Signal> signals = new HashSet<>();
        unread.forEach(item -> signals.add(item.signal()));
        return signals.size() > 1 ? Signal.BOTH : unread.getFirst().signal();
    }

    /** The failure whose status and request id help most; null where no call was made. */
    @Nullable ReadFailure mostTelling() {
        return unread.stream().map(UnreadItem::failure).min(MOST_SPECIFIC_FIRST).orElse(null);
    }

    boolean ownCredentials() {
        return unread.stream().anyMatch(item -> item.failure().ownCredentials());
    }

    List<String> permissions() {
        return unread.stream()
                .map(item -> item.failure().permission())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    List<String> teams() {
        return unread.stream()
                .filter(item -> item.signal() == Signal.ROTA)
                .map(UnreadItem::of)
                .toList();
    }

    /** How many candidates lack a signal because of it. */
    int affected(List<Verdict> verdicts) {
        Set<String> withoutPresence = new HashSet<>();
        for (UnreadItem item : unread) {
            if (item.signal() == Signal.PRESENCE) {
                withoutPresence.add(item.of());
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
