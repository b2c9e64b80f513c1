package org.teamsavailability.enricher.rules;

/** The signals that a question wants. */
record Wanted(boolean presence, boolean rota) {

    /** Presence always; the rota for AI dispatch with rota teams; less what is to be ignored. */
    static Wanted of(DispatchQuestion question, Policy policy) {
        return new Wanted(
                !policy.ignorePresence(),
                question.mode() == DispatchMode.AI
                        && !question.rotaTeams().isEmpty()
                        && !policy.ignoreRota());
    }

    boolean nothing() {
        return !presence && !rota;
    }
}
