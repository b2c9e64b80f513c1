package org.teamsavailability.rules.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.ScopedPriority.Match;

/**
 * For which tickets a sentence is.
 *
 * <pre>
 * [only] for [all] PRIORITIES [ticket(s)] [only]
 * on [all] PRIORITIES ticket(s)
 * for tickets with priority PRIORITIES
 *
 * PRIORITIES: a list of  P1, Sev-1, priority 1 [and 2], priority P1, high, priority high, high priority, "a name"
 *             joined by  ,  and  or  &amp;  /
 * </pre>
 *
 * @param anyOf the priorities of which a ticket has to have one; empty: for every ticket
 */
record TicketScope(List<ScopedPriority> anyOf) {

    static final TicketScope EVERY_TICKET = new TicketScope(List.of());

    private static final Pattern FOR =
            Pattern.compile("(?:only )?for (?:all )?(?<list>.+?)(?: tickets?)?(?: only)?");
    private static final Pattern ON = Pattern.compile("on (?:all )?(?<list>.+) tickets?");
    private static final Pattern WITH = Pattern.compile("for tickets with (?<list>priority .+)");

    private static final String BETWEEN_TEXT = " ?, ?(?:(?:and|or) )?| (?:and|or) | ?& ?| ?/ ?";
    private static final Pattern BETWEEN = Pattern.compile(BETWEEN_TEXT);
    private static final Pattern ITEM =
            Pattern.compile(
                    ("(?:(?:priority )?\"(?<quoted>[^\"]+)\"|(?:priority"
                         + " )?(?<name>NAMES)|(?<before>NAMES)"
                         + " priority|(?<word>p|prio|priority|sev|severity)["
                         + " ‐‑-]?(?<number>[0-9]+)|priority p[ ‐‑-]?(?<p>[0-9]+)|(?<bare>[0-9]+))"
                         + "(?=$|BETWEEN)")
                            .replace("NAMES", PriorityRank.alternatives())
                            .replace("BETWEEN", BETWEEN_TEXT));

    TicketScope {
        anyOf = List.copyOf(anyOf);
    }

    /**
     * Reads a scope.
     *
     * @param text normalized
     * @return null where it is none
     */
    static @Nullable TicketScope read(String text) {
        for (Pattern form : List.of(WITH, FOR, ON)) {
            Matcher scope = form.matcher(text);
            List<ScopedPriority> anyOf =
                    scope.matches() ? priorities(scope.group("list")) : List.of();
            if (!anyOf.isEmpty()) {
                return new TicketScope(anyOf);
            }
        }
        return null;
    }

    /**
     * Whether a ticket is one of these: one priority that holds is enough.
     *
     * @param ticket null for a ticket without priority, which has none of them
     */
    Match match(@Nullable TicketPriority ticket) {
        if (anyOf.isEmpty()) {
            return Match.HOLDS;
        }
        if (ticket == null) {
            return Match.UNMET;
        }
        Set<Match> matches = anyOf.stream().map(it -> it.match(ticket)).collect(Collectors.toSet());
        if (matches.contains(Match.HOLDS)) {
            return Match.HOLDS;
        }
        return matches.contains(Match.UNDECIDED) ? Match.UNDECIDED : Match.UNMET;
    }

    /** Empty where any part of the text is no priority. */
    private static List<ScopedPriority> priorities(String list) {
        List<ScopedPriority> priorities = new ArrayList<>();
        Matcher item = ITEM.matcher(list);
        Matcher between = BETWEEN.matcher(list);
        boolean bareMayFollow = false;
        int at = 0;
        while (item.region(at, list.length()).lookingAt()) {
            ScopedPriority priority = priority(item);
            if (priority == null || (item.group("bare") != null && !bareMayFollow)) {
                return List.of();
            }
            priorities.add(priority);
            bareMayFollow = item.group("bare") != null || isAfterTheWord(item);
            if (item.end() == list.length()) {
                return priorities;
            }
            between.region(item.end(), list.length()).lookingAt();
            at = between.end();
        }
        return List.of();
    }

    private static boolean isAfterTheWord(Matcher item) {
        String word = item.group("word");
        return word != null && word.startsWith("prio");
    }

    private static @Nullable ScopedPriority priority(Matcher item) {
        for (String group : List.of("number", "p", "bare")) {
            if (item.group(group) != null) {
                return new ScopedPriority.Numbered(TicketPriority.digits(item.group(group)));
            }
        }
        String quoted = item.group("quoted");
        if (quoted != null) {
            return quoted(quoted);
        }
        String name = item.group("name") != null ? item.group("name") : item.group("before");
        return new ScopedPriority.CommonName(TicketPriority.comparable(name));
    }

    private static @Nullable ScopedPriority quoted(String text) {
        TicketPriority named = TicketPriority.of(text);
        String name = TicketPriority.comparable(text);
        return named == null || name.isEmpty()
                ? null
                : new ScopedPriority.QuotedName(name, named.number());
    }
}
