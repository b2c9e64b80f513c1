package org.teamsavailability.operations.topics;

import java.util.List;

/**
 * Something that is not as it is declared.
 *
 * @param where the topic or the subject
 * @param what is wrong there, with both values
 * @param remedy how it is fixed
 */
record Difference(String where, String what, String remedy) {

    List<String> lines() {
        return List.of(where + " " + what, "  to fix: " + remedy);
    }
}
