package org.teamsavailability.simulator.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names as the directory's search splits them: at spaces, between lower and upper case, and around
 * numbers and symbols. Each token of what is searched for has to begin a token of the name, in any
 * order and case.
 *
 * @see <a href="https://learn.microsoft.com/graph/search-query-parameter">Use the $search query
 *     parameter, "Using $search on directory object collections"</a>
 */
final class SearchText {
    private static final Pattern SPACE = Pattern.compile("[\\p{IsWhite_Space}]+");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\p{Lu}*[\\p{L}\\p{M}&&[^\\p{Lu}]]+|\\p{Lu}+|\\p{N}+|[^\\p{L}\\p{M}\\p{N}]");
    private static final Pattern SYMBOL = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

    private SearchText() {}

    /** Whether the search finds the name. */
    static boolean finds(String searched, String name) {
        var ofName = ofName(name);
        return tokens(searched).stream()
                .allMatch(token -> ofName.stream().anyMatch(it -> it.startsWith(token)));
    }

    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String word : SPACE.split(text, -1)) {
            TOKEN.matcher(word).results().forEach(it -> tokens.add(lower(it.group())));
        }
        return tokens;
    }

    /** With words that only symbols separate, joined. */
    private static Set<String> ofName(String name) {
        Set<String> tokens = new HashSet<>(tokens(name));
        for (String word : SPACE.split(name, -1)) {
            tokens.add(lower(SYMBOL.matcher(word).replaceAll("")));
        }
        return tokens;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
