package org.teamsavailability.mapping.refusal;

/**
 * Why the core does not do what it was asked to do. Each package has a sealed interface of its own
 * refusals; nothing was changed, and nothing is wrong with the service.
 */
public interface Refusal {

    /** To throw it: the transaction that is open is rolled back. */
    default RefusedException exception() {
        return new RefusedException(this);
    }
}
