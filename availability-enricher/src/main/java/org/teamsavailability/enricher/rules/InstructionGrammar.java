package org.teamsavailability.enricher.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms that a sentence of the custom instructions may have. It never guesses: what has no form
 * of these means nothing.
 *
 * <pre>
 * Treat STATES as unavailable | on a break | away | available | working
 * Ignore | Don't use | Do not use  Teams presence
 * Ignore Teams shifts | rota | schedule
 * Only block work starting within N minutes | hours
 * Don't | Do not  deprioritize  technicians without a shift | off-rota technicians
 * any of these, then:  for P1[, P2 and P3] tickets | for priority NAME tickets
 * </pre>
 */
final class InstructionGrammar {

    /**
     * A sentence that is understood.
     *
     * @param onlyFor the ticket priorities for which it holds; empty: for every ticket
     */
    record Understood(Instruction instruction, Set<TicketPriority> onlyFor) {
        Understood {
            onlyFor = Set.copyOf(onlyFor);
        }

        boolean appliesTo(@Nullable TicketPriority priority) {
            return onlyFor.isEmpty() || (priority != null && onlyFor.contains(priority));
        }
    }

    /** Inside of quotation marks they are not the sentence's own. */
    private static final Pattern FINAL_MARKS = Pattern.compile("[.!?]+$");

    private static final Pattern SENTENCE =
            Pattern.compile("(?<form>.+?)(?: for (?<tickets>.+) tickets)?");
    private static final Pattern PRIORITY_NAME = Pattern.compile("priority (?<name>[^,]+)");
    private static final Pattern NO_PART_OF_A_NAME =
            Pattern.compile("\\b(?:and|or|for|tickets)\\b");
    private static final Pattern NUMBERED_PRIORITY = Pattern.compile("p[0-9]+");
    private static final Pattern BETWEEN_PRIORITIES = Pattern.compile(" ?, ?(?:and )?| and ");

    private static final Pattern TREAT =
            Pattern.compile(
                    "treat (?<states>.+) as"
                            + " (?:(?<away>unavailable|on a break|away)|available|working)");
    private static final Pattern BETWEEN_STATES =
            Pattern.compile(" ?, ?(?:(?:and|or) )?| (?:and|or) ");
    private static final Pattern IGNORE_PRESENCE =
            Pattern.compile("(?:ignore|don't use|do not use) teams presence");
    private static final Pattern IGNORE_ROTA =
            Pattern.compile("ignore teams (?:shifts|rota|schedule)");
    private static final Pattern BLOCK_WITHIN =
            Pattern.compile(
                    "only block work starting within"
                            + " (?:(?<minutes>[0-9]{1,4}) minutes|(?<hours>[0-9]{1,2}) hours"
                            + "|1 (?<one>minute|hour))");
    private static final Pattern KEEP_OFF_ROTA =
            Pattern.compile(
                    "(?:don't|do not) deprioritize"
                            + " (?:technicians without a shift|off-rota technicians)");

    private static final int MOST_MINUTES = 1_440;
    private static final int MOST_HOURS = 24;

    private InstructionGrammar() {}

    /**
     * Reads one sentence; case, typographic quotes and extra spaces do not matter.
     *
     * @param sentence without its final mark
     * @return null where it is not understood
     */
    static @Nullable Understood read(String sentence) {
        if (sentence.length() > Validity.LONGEST_INSTRUCTIONS) {
            return null;
        }
        String text = FINAL_MARKS.matcher(Normalized.of(sentence)).replaceAll("");
        Matcher parts = SENTENCE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        Instruction instruction = instruction(parts.group("form"));
        String tickets = parts.group("tickets");
        Set<TicketPriority> onlyFor = tickets == null ? Set.of() : priorities(tickets);
        return instruction == null || onlyFor == null ? null : new Understood(instruction, onlyFor);
    }

    private static @Nullable Instruction instruction(String form) {
        if (IGNORE_PRESENCE.matcher(form).matches()) {
            return new Instruction.IgnorePresence();
        }
        if (IGNORE_ROTA.matcher(form).matches()) {
            return new Instruction.IgnoreRota();
        }
        if (KEEP_OFF_ROTA.matcher(form).matches()) {
            return new Instruction.KeepOffRota();
        }
        Matcher window = BLOCK_WITHIN.matcher(form);
        if (window.matches()) {
            return blockWithin(window);
        }
        Matcher treatment = TREAT.matcher(form);
        return treatment.matches() ? treatAs(treatment) : null;
    }

    private static @Nullable Instruction treatAs(Matcher treatment) {
        List<PresenceState> states = new ArrayList<>();
        for (String name : BETWEEN_STATES.split(treatment.group("states"), -1)) {
            PresenceState state = PresenceState.called(name);
            if (state == null) {
                return null;
            }
            states.add(state);
        }
        return new Instruction.TreatAs(
                states.stream().distinct().toList(),
                treatment.group("away") != null
                        ? PresenceVerdict.ON_BREAK
                        : PresenceVerdict.WORKING);
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

    private static @Nullable Set<TicketPriority> priorities(String tickets) {
        Matcher named = PRIORITY_NAME.matcher(tickets);
        if (named.matches()) {
            return named(named.group("name"));
        }
        Set<TicketPriority> priorities = new HashSet<>();
        for (String name : BETWEEN_PRIORITIES.split(tickets, -1)) {
            TicketPriority priority =
                    NUMBERED_PRIORITY.matcher(name).matches() ? TicketPriority.of(name) : null;
            if (priority == null) {
                return null;
            }
            priorities.add(priority);
        }
        return priorities;
    }

    private static @Nullable Set<TicketPriority> named(String name) {
        TicketPriority priority =
                NO_PART_OF_A_NAME.matcher(name).find() ? null : TicketPriority.of(name);
        return priority == null ? null : Set.of(priority);
    }
}
