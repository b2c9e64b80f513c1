package org.teamsavailability.enricher.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The summary for the execution's details: what was used, what was not, and why. */
final class RunOutput {

    private RunOutput() {}

    static String of(Findings findings, List<Verdict> verdicts) {
        List<String> causes =
                Hindrance.of(findings).stream().map(h -> Messages.cause(h, findings)).toList();
        String all = String.join(", and ", causes);
        if (findings.source() == AvailabilitySource.PSA_ONLY) {
            return Messages.enabledBut(all, AvailabilitySource.PSA_ONLY);
        }
        String used = used(findings, verdicts);
        return causes.isEmpty()
                ? used
                : used
                        + " "
                        + Words.capitalized(all)
                        + ", so dispatch used PSA availability for that.";
    }

    private static String used(Findings findings, List<Verdict> verdicts) {
        List<String> signals = new ArrayList<>();
        if (findings.readPresence()) {
            signals.add("presence");
        }
        if (findings.readRota()) {
            signals.add("the rota");
        }
        return "Dispatch used "
                + Words.list(signals)
                + " from Teams for "
                + Words.count(verdicts.size(), "candidate")
                + ": "
                + Words.list(counts(verdicts))
                + ".";
    }

    private static List<String> counts(List<Verdict> verdicts) {
        List<String> counts = new ArrayList<>();
        long blocked = verdicts.stream().filter(Verdict::blocked).count();
        long onBreak = count(verdicts, PresenceVerdict.ON_BREAK);
        add(counts, blocked, "on a break and skipped");
        add(counts, onBreak - blocked, "on a break but not skipped");
        add(counts, count(verdicts, PresenceVerdict.WORKING), "working");
        add(counts, count(verdicts, PresenceVerdict.NO_SIGNAL), "without a presence signal");
        add(counts, unmapped(verdicts), "not mapped to a Microsoft user");
        add(counts, count(verdicts, Preference.PREFERRED), "preferred by the rota");
        add(counts, count(verdicts, Preference.DEPRIORITIZED), "ranked lower by the rota");
        return counts;
    }

    private static void add(List<String> counts, long number, String what) {
        if (number > 0) {
            counts.add(String.format(Locale.ROOT, "%,d %s", number, what));
        }
    }

    private static long unmapped(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict ->
                        verdict.presence() == PresenceVerdict.UNMAPPED
                                || verdict.rota() == RotaVerdict.UNMAPPED)
                .count();
    }

    private static long count(List<Verdict> verdicts, PresenceVerdict presence) {
        return verdicts.stream().filter(verdict -> verdict.presence() == presence).count();
    }

    private static long count(List<Verdict> verdicts, Preference preference) {
        return verdicts.stream().filter(verdict -> verdict.preference() == preference).count();
    }
}
