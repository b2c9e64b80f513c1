package org.teamsavailability.rules.instruction;

import org.jspecify.annotations.Nullable;

/** One priority that a ticket scope names. */
sealed interface ScopedPriority {

    /** Whether a ticket has it. */
    enum Match {
        HOLDS,
        UNMET,
        /** The ticket's priority says too little, so nobody may guess. */
        UNDECIDED
    }

    /** Compares it with a ticket's priority. */
    Match match(TicketPriority ticket);

    /**
     * A number, such as the one of {@code P1}.
     *
     * @param digits without leading zeros
     */
    record Numbered(String digits) implements ScopedPriority {
        @Override
        public Match match(TicketPriority ticket) {
            if (ticket.number() == null) {
                return Match.UNDECIDED;
            }
            return ticket.number().equals(digits) ? Match.HOLDS : Match.UNMET;
        }
    }

    /**
     * A common name.
     *
     * @param name as {@link TicketPriority#comparable} writes it
     */
    record CommonName(String name) implements ScopedPriority {
        @Override
        public Match match(TicketPriority ticket) {
            if (ticket.names().contains(name)) {
                return Match.HOLDS;
            }
            return isOfAnotherRank(name, ticket) ? Match.UNMET : Match.UNDECIDED;
        }
    }

    /**
     * A name in quotation marks: what the PSA calls a priority.
     *
     * @param name as {@link TicketPriority#comparable} writes it, not empty
     * @param number the number in it; null where it has none
     */
    record QuotedName(String name, @Nullable String number) implements ScopedPriority {
        @Override
        public Match match(TicketPriority ticket) {
            if (ticket.names().contains(name)) {
                return Match.HOLDS;
            }
            if (isOfAnotherRank(name, ticket)) {
                return Match.UNMET;
            }
            return mayBe(ticket) ? Match.UNDECIDED : Match.UNMET;
        }

        /** A name and a number cannot be compared, and of two names one may be short for both. */
        private boolean mayBe(TicketPriority ticket) {
            boolean sameNumber = number != null && number.equals(ticket.number());
            boolean numberAgainstName = number != null && ticket.number() == null;
            boolean nameAgainstNumber = number == null && ticket.onlyNumber();
            return sameNumber
                    || numberAgainstName
                    || nameAgainstNumber
                    || ticket.names().isEmpty()
                    || ticket.names().stream()
                            .anyMatch(its -> its.contains(name) || name.contains(its));
        }
    }

    private static boolean isOfAnotherRank(String name, TicketPriority ticket) {
        PriorityRank rank = PriorityRank.of(name);
        return rank != null
                && !ticket.names().isEmpty()
                && ticket.names().stream()
                        .map(PriorityRank::of)
                        .allMatch(its -> its != null && its != rank);
    }
}
