package org.teamsavailability.rules;

import org.teamsavailability.rules.instruction.Policy;

/** The signals that a question wants. */
record RequestedSignals(boolean presence, RotaUse rotaUse) {

    /** Presence always; the rota for AI dispatch with rota teams; less what is to be ignored. */
    static RequestedSignals of(DispatchQuestion question, Policy policy) {
        return new RequestedSignals(!policy.ignorePresence(), RotaUse.of(question, policy));
    }

    boolean rota() {
        return rotaUse == RotaUse.WANTED;
    }

    /** What is missing where an answer is final. */
    Signal signal() {
        return rota() ? Signal.BOTH : Signal.PRESENCE;
    }

    boolean nothing() {
        return !presence && !rota();
    }
}
