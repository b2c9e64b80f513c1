package org.teamsavailability.mapping.connection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.teamsavailability.graph.signin.SignedIn;
import org.teamsavailability.mapping.connection.Answer;
import org.teamsavailability.mapping.connection.Browser;

/** Who may come back from the sign-in. */
class AdministratorSignInTest extends ConsentFlowSteps {

    @Autowired private ConsentRequests requests;
    @Autowired private ConsentStart flow;
    @Autowired private FlowProgress progress;
    @Autowired private FlowAddresses addresses;

    @Test
    void namesTheTenantByItsIdWhereItsNameCannotBeReadYet() {
        var question = browser.get(signIn(signInState()));

        assertThat(question.body()).contains(tenant.toString());
    }

    @Test
    void refusesAStateOfAnotherStep() {
        var consent = consentState();
        var signIn = signInState();

        var consentAsSignIn = browserWith(consent).get(signIn(consent));
        var signInAsConsent = browser.get(consent(signIn));
        var signInAsConnect = browserWith(signIn).connect(signIn);

        assertThat(List.of(consentAsSignIn, signInAsConsent, signInAsConnect))
                .extracting(Answer::status)
                .containsOnly(400);
        assertNothingIsLinked();
    }

    @Test
    void refusesASignInWithoutTheCookieOfItsBrowser() {
        var state = signInState();

        var none = new Browser(this).get(signIn(state));
        var another = browserWith("A".repeat(43)).get(signIn(state));

        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("This page was not opened from here");
        assertThat(another.status()).isEqualTo(400);
        assertThat(browser.get(signIn(state)).status()).isEqualTo(200);
    }

    @Test
    void refusesAForgedTenant() {
        var victim = UUID.randomUUID();
        microsoft.issuesAll(victim);
        var redirect =
                browser.get(
                        "/teams-availability/consent?admin_consent=True&state="
                                + consentState()
                                + "&tenant="
                                + victim);

        var page = browser.get(signIn(Browser.state(redirect.header("Location"))));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("You are not signed in");
        assertNothingIsLinked();
    }

    @Test
    void refusesAnOrdinaryMember() {
        microsoft.signsIn("member", new SignedIn(tenant, person, Set.of(), true));

        var page = browser.get(signIn(signInState()).replace(code, "member"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Privileged Role Administrator");
        assertNothingIsLinked();
    }

    @Test
    void saysWhatToSetWhereTheTokenShowsNoRoles() {
        microsoft.signsIn("unknown", new SignedIn(tenant, person, Set.of(), false));

        var page = browser.get(signIn(signInState()).replace(code, "unknown"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("groupMembershipClaims", "DirectoryRole");
        assertNothingIsLinked();
    }

    @Test
    void takesAnErrorOfTheSignInFirst() {
        var state = signInState();

        var page = browser.get(signIn(state) + "&error=interaction_required");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("You are not signed in", "interaction_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&code=", "&code=of-somebody-else"})
    void refusesASignInWithoutACodeOfIts(String parameter) {
        var page = browser.get("/teams-availability/sign-in?state=" + signInState() + parameter);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("You are not signed in");
    }

    @Test
    void linksNothingWithoutConnect() {
        var page = browser.get(signIn(signInState()));

        assertThat(page.body())
                .contains("If you did not expect this page, close it")
                .contains(desk);
        assertNothingIsLinked();
    }

    @Test
    void offersToSignInAgainWithAnotherAccount() {
        microsoft.signsIn("member", new SignedIn(tenant, person, Set.of(), true));
        var refused = browser.get(signIn(signInState()).replace(code, "member"));

        var again = Browser.link(refused);
        var question = browser.get(signIn(Browser.state(again)));

        assertThat(refused.body()).contains(">Sign in again</a>");
        assertThat(again).startsWith("https://login.microsoftonline.com/" + tenant);
        assertThat(again).contains("prompt=select_account");
        assertThat(question.body()).contains("Connect this Microsoft tenant?");
    }

    @Test
    void offersToSignInAgainAfterAnErrorOfTheSignIn() {
        var refused = browser.get(signIn(signInState()) + "&error=access_denied");

        var question = browser.get(signIn(Browser.state(Browser.link(refused))));

        assertThat(question.body()).contains("Connect this Microsoft tenant?");
    }

    @Test
    void extendsNothingBySigningInAgain() {
        var state = signInState();
        clock.advance(Duration.ofMinutes(29));
        var again = Browser.link(browser.get(signIn(state) + "&error=access_denied"));
        clock.advance(Duration.ofMinutes(1));

        var page = browser.get(signIn(Browser.state(again)));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("too old");
    }

    @Test
    void leadsBackToTheQuestionWhereMicrosoftRedirectsTwice() {
        var state = signInState();
        browser.get(signIn(state));

        var again = browser.get(signIn(state));

        assertThat(again.status()).isEqualTo(400);
        assertThat(Browser.link(again)).isEqualTo("/teams-availability/connect");
        assertThat(browser.get(Browser.link(again)).body())
                .contains("Connect this Microsoft tenant?");
    }

    @Test
    void takesAnyMemberWhereTheOperatorWantsIt() throws InterruptedException {
        microsoft.signsIn("member", new SignedIn(tenant, person, Set.of(), false));
        var state = signInState();
        var lenient = new AdministratorSignIn(requests, flow, microsoft, addresses, false);

        var question = lenient.signedIn(state, state, "member");

        assertThat(progress.of(question.reveal())).isInstanceOf(FlowProgress.Asked.class);
    }
}
