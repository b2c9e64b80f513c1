package org.teamsavailability.rules.instruction;

import java.util.List;

/**
 * How much of an instruction is overridden by others of the same text.
 *
 * @param wholly whether nothing of it is left
 * @param clauses by what, and where not wholly for which states; empty where nothing is overridden
 */
record Overridden(boolean wholly, List<String> clauses) {

    static final Overridden NOT = new Overridden(false, List.of());

    Overridden {
        clauses = List.copyOf(clauses);
    }
}
