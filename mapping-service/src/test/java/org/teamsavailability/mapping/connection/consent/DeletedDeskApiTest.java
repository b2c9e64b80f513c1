package org.teamsavailability.mapping.connection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What those see whose service desk was deleted. */
class DeletedDeskApiTest extends ConsentFlowSteps {

    @Test
    void itsKeysAreRefusedAtOnceAndStayRefusedWhereANewDeskHasTheId() {
        assertThat(api("GET", "/technicians").status()).isEqualTo(200);

        deleted();

        assertThat(api("GET", "/technicians").status()).isEqualTo(401);
        var another = newDesk(desk);
        assertThat(api("GET", "/technicians").status()).isEqualTo(401);
        assertThat(api(another, "GET", "/technicians", null).status()).isEqualTo(200);
    }

    @Test
    void itsConsentPagesEnd() {
        var state = consentState();

        deleted();

        var page = browser.get(consent(state));
        assertThat(page.status()).isEqualTo(400);
        assertThat(browser.cookie()).isEmpty();
        assertThat(connection(desk)).isNull();
    }

    @Test
    void itsTenantMayBeConnectedToAnotherDesk() {
        linked();

        deleted();

        var heir = "heir of " + desk;
        newDesk(heir);
        link(heir, tenant);
        assertThat(connection(heir)).isNotNull();
    }
}
