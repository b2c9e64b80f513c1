package org.teamsavailability.simulator.signin;

import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Tenant;

/** An account in its tenant. */
record Person(Tenant tenant, Account account) {
    String signInName() {
        return account.signInName(tenant.organization().domain());
    }

    boolean mayConsent() {
        return account.profile().mayConsent();
    }
}
