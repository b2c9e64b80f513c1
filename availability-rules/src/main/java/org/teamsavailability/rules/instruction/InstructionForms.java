package org.teamsavailability.rules.instruction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms that an instruction may have.
 *
 * <pre>
 * Treat | Consider | Count  STATES as  unavailable | not available | on a break | away | available | working
 * Skip PEOPLE WHO STATES
 * Don't assign [tickets | anything | work] to PEOPLE WHO STATES
 * Ignore | Don't use | Do not use  [Teams] presence | [Teams] shifts | [Teams] rota | Teams schedule
 * Only block work starting within N minutes | hours
 * Don't | Do not  deprioritize  PEOPLE without a shift | off-rota PEOPLE
 *
 * PEOPLE: technicians, techs, engineers, agents, people, anyone
 * WHO: who are, who is, on, in, or nothing before a state that itself begins with in or on
 * </pre>
 */
final class InstructionForms {

    private static final String DONT = "(?:don't|do not)";
    private static final String PEOPLE = "(?:technicians|techs|engineers|agents|people|anyone)";

    private static final Pattern TREAT =
            Pattern.compile(
                    "(?:treat|consider|count) (?<states>.+) as"
                            + " (?:(?<away>unavailable|not available|on a break|away)"
                            + "|available|working)");
    private static final Pattern SKIP =
            Pattern.compile(
                    "(?:skip|DONT assign (?:(?:tickets|anything|work) )?to) PEOPLE"
                                    .replace("DONT", DONT)
                                    .replace("PEOPLE", PEOPLE)
                            + " (?<who>who (?:are|is) |(?=(?:in|on) ))(?<states>.+)");
    private static final Pattern BETWEEN_STATES =
            Pattern.compile(" ?, ?(?:(?:and|or) )?| (?:and|or) | ?& ?| ?/ ?");
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-‐‑](?=\\p{L})");
    private static final Pattern IGNORE =
            Pattern.compile(
                    "(?:ignore|DONT use) (?:(?:teams )?(?:(?<presence>presence)|shifts|rota)|teams schedule)"
                            .replace("DONT", DONT));
    private static final Pattern BLOCK_WITHIN =
            Pattern.compile(
                    "only block work starting within"
                            + " (?:(?<minutes>[0-9]{1,4}) minutes|(?<hours>[0-9]{1,2}) hours"
                            + "|1 (?<one>minute|hour))");
    private static final Pattern KEEP_OFF_ROTA =
            Pattern.compile(
                    "DONT depriorit(?:iz|is)e (?:PEOPLE without a shift|off[-‐‑]rota PEOPLE)"
                            .replace("DONT", DONT)
                            .replace("PEOPLE", PEOPLE));

    private static final int MOST_MINUTES = 1_440;
    private static final int MOST_HOURS = 24;

    private InstructionForms() {}

    /**
     * Reads a sentence without a ticket scope.
     *
     * @param form normalized, without quotation marks and final marks
     * @return null where it has none of the forms
     */
    static @Nullable Instruction read(String form) {
        Matcher ignore = IGNORE.matcher(form);
        if (ignore.matches()) {
            return ignore.group("presence") != null
                    ? new Instruction.IgnorePresence()
                    : new Instruction.IgnoreRota();
        }
        if (KEEP_OFF_ROTA.matcher(form).matches()) {
            return new Instruction.KeepOffRota();
        }
        Matcher window = BLOCK_WITHIN.matcher(form);
        if (window.matches()) {
            return blockWithin(window);
        }
        Matcher treatment = TREAT.matcher(form);
        if (treatment.matches()) {
            return treatAs(
                    states(treatment.group("states")),
                    treatment.group("away") != null
                            ? PresenceMeaning.ON_BREAK
                            : PresenceMeaning.WORKING);
        }
        Matcher skip = SKIP.matcher(form);
        return skip.matches() ? treatAs(skipped(skip), PresenceMeaning.ON_BREAK) : null;
    }

    /** In "techs on a call" the "on" belongs to the state; in "techs on DND" it does not. */
    private static @Nullable List<PresenceState> skipped(Matcher skip) {
        String list = skip.group("states");
        List<PresenceState> states = states(list);
        return states == null && skip.group("who").isEmpty()
                ? states(list.substring("on ".length()))
                : states;
    }

    private static @Nullable Instruction treatAs(
            @Nullable List<PresenceState> states, PresenceMeaning meaning) {
        return states == null ? null : new Instruction.TreatAs(states, meaning);
    }

    /** The states of a list; null where a part of it is none. */
    private static @Nullable List<PresenceState> states(String list) {
        List<PresenceState> states = new ArrayList<>();
        for (String name : BETWEEN_STATES.split(HYPHEN.matcher(list).replaceAll(" "), -1)) {
            PresenceState state = PresenceState.called(name);
            if (state == null) {
                return null;
            }
            states.add(state);
        }
        return states.stream().distinct().toList();
    }

    private static @Nullable Instruction blockWithin(Matcher window) {
        String minutes = window.group("minutes");
        String hours = window.group("hours");
        if (minutes != null) {
            int number = Integer.parseInt(minutes);
            return isBetweenOneAnd(MOST_MINUTES, number)
                    ? new Instruction.BlockWithin(Duration.ofMinutes(number))
                    : null;
        }
        if (hours != null) {
            int number = Integer.parseInt(hours);
            return isBetweenOneAnd(MOST_HOURS, number)
                    ? new Instruction.BlockWithin(Duration.ofHours(number))
                    : null;
        }
        return new Instruction.BlockWithin(
                window.group("one").equals("hour") ? Duration.ofHours(1) : Duration.ofMinutes(1));
    }

    private static boolean isBetweenOneAnd(int most, int number) {
        return number >= 1 && number <= most;
    }
}
