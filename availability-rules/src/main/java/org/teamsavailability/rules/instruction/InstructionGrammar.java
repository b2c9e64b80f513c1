package org.teamsavailability.rules.instruction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sentence of the custom instructions by itself: a form of {@link InstructionForms}, with
 * or without a {@link TicketScope} at its end, or at its start with a comma after it. It never
 * guesses: what has no form means nothing.
 */
final class InstructionGrammar {

    /**
     * A sentence that is understood.
     *
     * @param scope the tickets for which it holds
     */
    record Understood(Instruction instruction, TicketScope scope) {}

    private static final Pattern FINAL_MARKS = Pattern.compile(" ?[.!?]+$");
    private static final Pattern WHOLLY_QUOTED = Pattern.compile("\"(?<text>[^\"]*)\"");
    private static final Pattern START_OF_LAST_SCOPE = Pattern.compile(" (?=(?:only )?for |on )");

    private InstructionGrammar() {}

    /**
     * Reads one sentence; case, kinds of quotes, Markdown emphasis and extra spaces do not matter.
     *
     * @param sentence with or without its final mark
     * @return null where it is not understood
     */
    static @Nullable Understood read(String sentence) {
        if (sentence.length() > Instructions.LONGEST) {
            return null;
        }
        String text = withoutMarks(NormalizedText.of(sentence));
        Matcher quoted = WHOLLY_QUOTED.matcher(text);
        if (quoted.matches()) {
            text = withoutMarks(quoted.group("text").strip());
        }
        Understood withoutScope = understood(text, TicketScope.EVERY_TICKET);
        if (withoutScope != null) {
            return withoutScope;
        }
        Understood scopeFirst = scopeFirst(text);
        return scopeFirst != null ? scopeFirst : scopeLast(text);
    }

    private static String withoutMarks(String text) {
        return FINAL_MARKS.matcher(text).replaceAll("");
    }

    /** At any of the commas: those before it may belong to the list of priorities. */
    private static @Nullable Understood scopeFirst(String text) {
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
            Understood understood =
                    understood(
                            text.substring(comma + 1).strip(),
                            TicketScope.read(text.substring(0, comma).strip()));
            if (understood != null) {
                return understood;
            }
        }
        return null;
    }

    private static @Nullable Understood scopeLast(String text) {
        Matcher start = START_OF_LAST_SCOPE.matcher(text);
        while (start.find()) {
            Understood understood =
                    understood(
                            text.substring(0, start.start()),
                            TicketScope.read(text.substring(start.end())));
            if (understood != null) {
                return understood;
            }
        }
        return null;
    }

    private static @Nullable Understood understood(String form, @Nullable TicketScope scope) {
        Instruction instruction =
                scope == null ? null : InstructionForms.read(NormalizedText.unquoted(form));
        return instruction == null || scope == null ? null : new Understood(instruction, scope);
    }
}
