package org.teamsavailability.rules;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to be asked of Teams before a question can be decided. */
public sealed interface Plan {

    /**
     * Nothing: the answer is final.
     *
     * @param reason a final one
     * @param problem for INVALID_REQUEST, what is wrong
     */
    record Settled(Reason reason, @Nullable Problem problem) implements Plan {
        public Settled {
            if (!reason.isFinal()) {
                throw new IllegalArgumentException(
                        reason + " belongs to a signal, it settles nothing");
            }
        }
    }

    /**
     * Ask for these.
     *
     * @param presence whether the presence of {@code mapped} is wanted
     * @param rotaTeams whose rota is to be read, none twice; empty where none is
     * @param window the time for which the rota is to be known; the read may be wider
     * @param mapped the candidates who are mapped to a Microsoft user, in the order asked
     * @param shiftsNotInCloud whether the rota is wanted, but cannot be had: the tenant's cloud has
     *     no Shifts
     */
    record Ask(
            boolean presence,
            List<String> rotaTeams,
            Span window,
            Set<String> mapped,
            boolean shiftsNotInCloud)
            implements Plan {
        public Ask {
            rotaTeams = List.copyOf(rotaTeams);
            mapped = Collections.unmodifiableSet(new LinkedHashSet<>(mapped));
        }
    }

    /** Settles a question by force, such as OVERLOADED or INTERNAL_ERROR. */
    static Settled settled(Reason reason) {
        return new Settled(reason, null);
    }
}
