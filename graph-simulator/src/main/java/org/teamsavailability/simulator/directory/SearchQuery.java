package org.teamsavailability.simulator.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $search}: clauses {@code "property:text"}, joined by {@code AND} and {@code OR}, of which
 * {@code AND} binds more. Names are searched by their words, other properties by their beginning.
 * Parentheses are documented and not supported here.
 *
 * @param anyOf one of these lists has to hold as a whole
 */
record SearchQuery(List<List<Clause>> anyOf) {
    private static final Pattern CLAUSE =
            Pattern.compile("\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(AND\\b|OR\\b|$)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Set<String> BY_WORDS = Set.of("displayName", "description");

    /** What one property has to be like. */
    record Clause(String property, String text) {
        boolean finds(Map<String, ? extends @Nullable Object> resource) {
            return resource.get(property) instanceof String value
                    && (BY_WORDS.contains(property)
                            ? SearchText.finds(text, value)
                            : lower(value).startsWith(lower(text)));
        }
    }

    /**
     * Reads it.
     *
     * @param known the properties of the resource
     */
    static SearchQuery of(String text, Set<String> known) throws RefusedQuery {
        List<List<Clause>> anyOf = new ArrayList<>();
        List<Clause> allOf = new ArrayList<>();
        var clauses = CLAUSE.matcher(text);
        int at = 0;
        String joint = "OR";
        while (!joint.isEmpty()) {
            if (!clauses.find(at) || clauses.start() != at) {
                throw RefusedQuery.bad("Syntax error at position " + at + " in '" + text + "'.");
            }
            allOf.add(clause(clauses.group(1), known));
            joint = clauses.group(2);
            at = clauses.end();
            if (!joint.equals("AND")) {
                anyOf.add(List.copyOf(allOf));
                allOf.clear();
            }
        }
        return new SearchQuery(anyOf);
    }

    private static Clause clause(String quoted, Set<String> known) throws RefusedQuery {
        String clause = ESCAPED.matcher(quoted).replaceAll("$1");
        int colon = clause.indexOf(':');
        String property = colon < 0 ? "" : clause.substring(0, colon);
        if (!known.contains(property)) {
            throw RefusedQuery.bad("Unrecognized property in '" + clause + "'.");
        }
        return new Clause(property, clause.substring(colon + 1));
    }

    boolean finds(Map<String, ? extends @Nullable Object> resource) {
        return anyOf.stream().anyMatch(all -> all.stream().allMatch(it -> it.finds(resource)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
