package org.teamsavailability.rules.instruction;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The common names of priorities; those of one rank may be another's word for the same. */
enum PriorityRank {
    HIGHEST("critical|emergency|urgent|highest|very high"),
    HIGH("high"),
    MEDIUM("medium|normal"),
    LOW("low"),
    LOWEST("very low|lowest");

    private final String names;
    private final Pattern comparable;

    PriorityRank(String names) {
        this.names = names;
        this.comparable = Pattern.compile(names.replace(" ", ""));
    }

    /** Every name, as alternatives of a regular expression. */
    static String alternatives() {
        return Arrays.stream(values()).map(rank -> rank.names).collect(Collectors.joining("|"));
    }

    /**
     * The rank of a name.
     *
     * @param name as {@link TicketPriority#comparable} writes it
     * @return null where it is no common name
     */
    static @Nullable PriorityRank of(String name) {
        return Arrays.stream(values())
                .filter(rank -> rank.comparable.matcher(name).matches())
                .findFirst()
                .orElse(null);
    }
}
