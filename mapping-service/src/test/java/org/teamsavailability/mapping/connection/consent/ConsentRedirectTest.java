package org.teamsavailability.mapping.connection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.mapping.connection.Browser;

/** What Microsoft's consent page leads to. */
class ConsentRedirectTest extends ConsentFlowSteps {

    @Test
    void sendsTheBrowserToTheSignInOfThatTenantWithACookieOfItsOwn() {
        var redirect = browser.get(consent(consentState()));

        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location"))
                .startsWith("https://login.microsoftonline.com/" + tenant)
                .contains("redirect_uri=https://teams.example.com/teams-availability/sign-in");
        assertThat(redirect.header("Set-Cookie"))
                .startsWith("__Host-")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain");
        assertThat(browser.cookie()).endsWith(Browser.state(redirect.header("Location")));
    }

    @Test
    void takesAnErrorForAnErrorAlsoWithAdminConsent() {
        var state = consentState();

        var page =
                browser.get(
                        consent(state)
                                + "&error=access_denied&error_description=AADSTS65004%3A+%3Cb%3EPay");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("Consent was not granted", "access_denied (AADSTS65004)")
                .doesNotContain("Pay");
        assertThat(browser.cookie()).isEmpty();
        assertThat(Browser.state(Browser.link(page))).isEqualTo(state);
        assertThat(browser.get(consent(state)).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&admin_consent=False", "&admin_consent=1"})
    void goesNowhereWithoutAConsent(String parameter) {
        var page =
                browser.get(
                        "/teams-availability/consent?state="
                                + consentState()
                                + "&tenant="
                                + tenant
                                + parameter);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Consent was not granted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&tenant=", "&tenant=1-1-1-1-1", "&tenant=contoso.example"})
    void goesNowhereWithoutATenant(String parameter) {
        var page =
                browser.get(
                        "/teams-availability/consent?admin_consent=True&state="
                                + consentState()
                                + parameter);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Microsoft did not name a tenant");
    }

    @Test
    void refusesTheTenantOfPersonalAccounts() {
        var page =
                browser.get(
                        "/teams-availability/consent?admin_consent=True&state="
                                + consentState()
                                + "&tenant="
                                + AdminSignIn.CONSUMERS);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("Personal Microsoft accounts cannot be connected")
                .contains(">Open consent page</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAStateThatIsNobodys(String state) {
        var page = browser.get(consent(state));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("This link was used before or is too old");
        assertThat(Browser.link(page)).endsWith("/teams-availability/setup");
    }

    @Test
    void takesAStateOnce() {
        var state = consentState();
        browser.get(consent(state));

        var again = browser.get(consent(state));

        assertThat(again.status()).isEqualTo(400);
    }

    @Test
    void takesAStateOnceAlsoOfTwoAtTheSameMoment() throws Exception {
        var state = consentState();

        List<Integer> statuses = atTheSameMoment(4, () -> new Browser(this).get(consent(state)));

        assertThat(statuses).containsExactlyInAnyOrder(302, 400, 400, 400);
    }

    @Test
    void refusesAStateAfterAnHour() {
        var state = consentState();
        clock.advance(Duration.ofMinutes(60));

        var page = browser.get(consent(state));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("too old");
    }

    @Test
    void keepsTwentyOpenRequestsADesk() {
        var oldest = consentState();
        clock.advance(Duration.ofMillis(1));
        var second = consentState();
        for (int more = 2; more <= 20; more++) {
            clock.advance(Duration.ofMillis(1));
            consentState();
        }

        var pageOfOldest = browser.get(consent(oldest));
        var pageOfSecond = browser.get(consent(second));

        assertThat(pageOfOldest.status()).isEqualTo(400);
        assertThat(pageOfSecond.status()).isEqualTo(302);
    }
}
