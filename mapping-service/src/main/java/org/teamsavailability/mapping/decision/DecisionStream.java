package org.teamsavailability.mapping.decision;

/** Where decisions are searched for. */
@FunctionalInterface
public interface DecisionStream {

    /**
     * One bounded search, newest first.
     *
     * @throws org.teamsavailability.mapping.refusal.RefusedException {@link
     *     org.teamsavailability.mapping.search.SearchRefusal.StreamUnavailable}
     */
    DecisionPage find(String serviceDeskId, DecisionQuery query);
}
