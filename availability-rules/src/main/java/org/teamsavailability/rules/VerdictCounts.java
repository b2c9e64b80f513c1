package org.teamsavailability.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.teamsavailability.rules.text.Phrases;

/** How many candidates have which verdict, in words; each list counts every candidate once. */
final class VerdictCounts {

    private static final String NOT_MAPPED = "not mapped to a Microsoft user";

    private final List<Verdict> verdicts;
    private final List<String> words = new ArrayList<>();

    private VerdictCounts(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /** By presence, where it was consulted. */
    static String ofPresence(List<Verdict> verdicts) {
        VerdictCounts counts = new VerdictCounts(verdicts);
        counts.add("on a break and skipped", Verdict::blocked);
        counts.add(
                "on a break but not skipped",
                it -> it.presence() == PresenceVerdict.ON_BREAK && !it.blocked());
        counts.add("working", it -> it.presence() == PresenceVerdict.WORKING);
        counts.add("without a presence signal", it -> it.presence() == PresenceVerdict.NO_SIGNAL);
        counts.add(NOT_MAPPED, it -> it.presence() == PresenceVerdict.UNMAPPED);
        return Phrases.list(counts.words);
    }

    /** By the rota, where it was consulted. */
    static String ofRota(List<Verdict> verdicts) {
        VerdictCounts counts = new VerdictCounts(verdicts);
        counts.add("preferred by the rota", it -> it.preference() == Preference.PREFERRED);
        counts.add("ranked lower by the rota", it -> it.preference() == Preference.DEPRIORITIZED);
        counts.add(
                "neither preferred nor ranked lower by the rota", VerdictCounts::isNeutralByRota);
        counts.add("without a rota signal", it -> it.rota() == RotaVerdict.NO_SIGNAL);
        counts.add(NOT_MAPPED, it -> it.rota() == RotaVerdict.UNMAPPED);
        return Phrases.list(counts.words);
    }

    private void add(String what, Predicate<Verdict> which) {
        long number = verdicts.stream().filter(which).count();
        if (number > 0) {
            words.add(String.format(Locale.ROOT, "%,d %s", number, what));
        }
    }

    private static boolean isNeutralByRota(Verdict verdict) {
        return switch (verdict.rota()) {
            case COVERS_SLOT, COVERS_START_ONLY, ON_SHIFT_OTHER_TIME, OFF_ROTA, TIME_OFF ->
                    verdict.preference() == Preference.NEUTRAL;
            case NO_SIGNAL, UNMAPPED, NOT_CONSULTED -> false;
        };
    }
}
