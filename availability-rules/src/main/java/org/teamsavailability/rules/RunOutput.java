package org.teamsavailability.rules;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.InstructionEffects;
import org.teamsavailability.rules.instruction.InstructionOutcome;
import org.teamsavailability.rules.instruction.Instructions;
import org.teamsavailability.rules.instruction.Policy;
import org.teamsavailability.rules.text.MessageKey;
import org.teamsavailability.rules.text.Phrases;

/**
 * The summary for the execution's details: what was used, who was skipped and why, what was not
 * used and why, and what was done with each instruction.
 */
final class RunOutput {

    /** Who else was skipped is counted; the verdicts name them all. */
    private static final int MOST_NAMES = 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final List<String> sentences = new ArrayList<>();

    private RunOutput() {}

    /** Where the answer is final: its message says all but what was done with the instructions. */
    static String ofFinal(Fallback fallback, List<InstructionOutcome> instructions) {
        RunOutput output = new RunOutput();
        output.sentences.add(fallback.message());
        output.addInstructions(instructions, fallback.reason() == Reason.IGNORED_BY_INSTRUCTION);
        return output.text();
    }

    /** Where Teams was asked. */
    static String of(
            ReadResults results,
            List<Verdict> verdicts,
            @Nullable NextExpected nextExpected,
            RotaUse rotaUse,
            Policy policy,
            List<InstructionOutcome> instructions) {
        RunOutput output = new RunOutput();
        if (results.source() == AvailabilitySource.PSA_ONLY) {
            output.sentences.add(Messages.enabledBut(causes(results), results.source()));
        } else {
            output.addUsed(results, verdicts);
            output.addSkipped(verdicts, policy);
            output.addNobody(nextExpected);
            output.addNotUsed(results, rotaUse);
        }
        output.addInstructions(instructions, true);
        return output.text();
    }

    /**
     * What the summary says of the answer as a whole, for programs; the rest of it is in the
     * answer's other texts.
     *
     * @param next null unless nobody is available
     */
    static MessageKey key(
            AvailabilitySource source, int candidates, long skipped, @Nullable NextExpected next) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("candidates", Integer.toString(candidates));
        parameters.put("skipped", Long.toString(skipped));
        String key = "run-output." + MessageKey.part(source);
        if (next != null) {
            parameters.put("nextExpectedAt", next.at().toString());
            key += next.shiftStarts() ? ".nobody-until-shift" : ".nobody-within-window";
        }
        return new MessageKey(key, parameters);
    }

    private String text() {
        return String.join(" ", sentences);
    }

    private void addUsed(ReadResults results, List<Verdict> verdicts) {
        String candidates = Phrases.count(verdicts.size(), "candidate");
        if (results.readPresence()) {
            sentences.add(
                    "Dispatch used presence from Teams for "
                            + candidates
                            + ": "
                            + VerdictCounts.ofPresence(verdicts)
                            + ".");
        }
        if (results.readRota()) {
            sentences.add(
                    "Dispatch used the rota from Teams for "
                            + candidates
                            + ": "
                            + VerdictCounts.ofRota(verdicts)
                            + ".");
        }
    }

    private void addSkipped(List<Verdict> verdicts, Policy policy) {
        List<String> skipped =
                verdicts.stream().filter(Verdict::blocked).map(Verdict::technicianId).toList();
        if (!skipped.isEmpty()) {
            sentences.add(
                    Phrases.list(skipped, MOST_NAMES)
                            + (skipped.size() == 1 ? " was" : " were")
                            + " skipped: on a break in Teams, and the work would start "
                            + Phrases.within(policy.imminentWindow())
                            + ".");
        }
    }

    private void addNobody(@Nullable NextExpected next) {
        if (next != null) {
            sentences.add(
                    "So nobody is available for this slot; "
                            + (next.shiftStarts()
                                    ? "the next candidate is expected at " + TIME.format(next.at())
                                    : "work that starts after "
                                            + TIME.format(toNextMinute(next.at()))
                                            + " is not blocked")
                            + ".");
        }
    }

    private static Instant toNextMinute(Instant instant) {
        Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(instant) ? instant : minute.plus(1, ChronoUnit.MINUTES);
    }

    private void addNotUsed(ReadResults results, RotaUse rotaUse) {
        String causes = causes(results);
        if (!causes.isEmpty()) {
            sentences.add(
                    Phrases.capitalized(causes) + ", so dispatch used PSA availability for that.");
        }
        String withoutRota = rotaUse.whyNot();
        if (withoutRota != null) {
            sentences.add(withoutRota);
        }
    }

    private void addInstructions(List<InstructionOutcome> instructions, boolean made) {
        if (instructions.size() <= Instructions.MOST_SENTENCES) {
            instructions.forEach(it -> sentences.add(InstructionEffects.spoken(it, made)));
        }
    }

    private static String causes(ReadResults results) {
        List<String> causes =
                FallbackCause.of(results).stream().map(h -> Messages.cause(h, results)).toList();
        return String.join(", and ", causes);
    }
}
