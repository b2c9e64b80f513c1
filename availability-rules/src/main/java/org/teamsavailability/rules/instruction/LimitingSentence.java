package org.teamsavailability.rules.instruction;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a sentence that is not understood may limit the other sentences of its text. People write
 * conditions into headings, into the next line and into sentences of their own ("We do this for P1
 * only."), so a sentence is harmless only where nothing in it can be about the others.
 */
final class LimitingSentence {

    private static final Set<String> SIGNALS =
            Set.of(
                    "presence",
                    "presences",
                    "shift",
                    "shifts",
                    "rota",
                    "rotas",
                    "roster",
                    "rosters",
                    "schedule",
                    "schedules");
    private static final Set<String> ABOUT_RULES =
            Set.of(
                    "rule",
                    "rules",
                    "instruction",
                    "instructions",
                    "above",
                    "below",
                    "previous",
                    "following",
                    "apply",
                    "applies",
                    "applied",
                    "except",
                    "exception",
                    "exceptions",
                    "unless",
                    "otherwise",
                    "disabled",
                    "instead",
                    "only");
    private static final Pattern STATE =
            Pattern.compile("(?<!\\S)(?:%s)(?!\\S)".formatted(PresenceState.alternatives()));
    private static final List<String> COMMENT_MARKS = List.of("/*", "*/", "<!--", "-->", "~~");
    private static final Pattern REMARK = Pattern.compile("^[#/<(\\[]");

    private static final Set<String> ASSIGNING =
            Set.of(
                    "assign",
                    "prefer",
                    "give",
                    "send",
                    "route",
                    "pick",
                    "choose",
                    "escalate",
                    "notify",
                    "book",
                    "balance",
                    "rotate");
    private static final Set<String> BEFORE_ASSIGNING =
            Set.of("always", "never", "don't", "please");
    private static final Set<String> NEVER_LAST =
            Set.of(
                    "a", "also", "always", "an", "and", "are", "as", "at", "be", "because", "but",
                    "by", "don't", "for", "from", "he", "i", "if", "in", "is", "it", "never", "nor",
                    "not", "of", "on", "or", "please", "she", "so", "than", "that", "the", "then",
                    "they", "to", "we", "when", "which", "while", "who", "with", "without", "you");
    private static final Pattern LIMITING =
            Pattern.compile(
                    "(?:for|only|if|when|whenever|while|until|till|during|after|before|outside|within"
                        + "|(?:weekend|weekday|night|holiday|ticket)s?"
                        + "|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
                        + "|not|never|no|don't|cannot|however|but|same|also|these|those"
                        + "|priority|disregard|ignore|treat|consider|count|skip|block"
                        + "|depriorit(?:iz|is)e|old|obsolete|deprecated"
                        + "|(?:p|prio|sev|severity)[0-9]+)");
    private static final Pattern PRIORITY =
            Pattern.compile("(?<!\\S)(?:p|prio|sev|severity) [0-9]+(?!\\S)");
    private static final Pattern NO_PART_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

    private LimitingSentence() {}

    /** Whether a sentence that is not understood may narrow or negate the others. */
    static boolean isLimiting(Sentence sentence) {
        String text = NormalizedText.unquoted(NormalizedText.of(sentence.text()));
        String spaced = NO_PART_OF_A_WORD.matcher(text).replaceAll(" ").strip();
        List<String> words = List.of(spaced.split(" ", -1));
        return isRemark(sentence.text(), text)
                || STATE.matcher(spaced).find()
                || words.stream().anyMatch(it -> SIGNALS.contains(it) || ABOUT_RULES.contains(it))
                || !(assigns(words) || (isComplete(sentence) && !limits(spaced, words)))
                || (!sentence.ended() && goesOn(text, words));
    }

    private static boolean isComplete(Sentence sentence) {
        return sentence.ended() && !sentence.continues();
    }

    private static boolean isRemark(String asWritten, String normalized) {
        return normalized.indexOf(':') >= 0
                || normalized.indexOf('：') >= 0
                || COMMENT_MARKS.stream().anyMatch(asWritten::contains)
                || REMARK.matcher(normalized).find();
    }

    private static boolean assigns(List<String> words) {
        boolean introduced = words.size() > 1 && BEFORE_ASSIGNING.contains(words.getFirst());
        return ASSIGNING.contains(words.get(introduced ? 1 : 0));
    }

    /** Whether the line cannot end here: what is in the next line belongs to it. */
    private static boolean goesOn(String text, List<String> words) {
        return text.isEmpty()
                || !Character.isLetterOrDigit(text.codePointBefore(text.length()))
                || NEVER_LAST.contains(words.getLast());
    }

    private static boolean limits(String spaced, List<String> words) {
        return PRIORITY.matcher(spaced).find()
                || words.stream().anyMatch(word -> LIMITING.matcher(word).matches());
    }
}
