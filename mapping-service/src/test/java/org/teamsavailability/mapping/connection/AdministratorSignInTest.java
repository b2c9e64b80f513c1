package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.teamsavailability.graph.signin.SignedIn;

/** Who may come back from the sign-in. */
class AdministratorSignInTest extends ConsentFlowSteps {

    @Autowired private ConsentRequests requests;
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
    void takesAnyMemberWhereTheOperatorWantsIt() throws InterruptedException {
        microsoft.signsIn("member", new SignedIn(tenant, person, Set.of(), false));
        var state = signInState();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var question = lenient(threads).signedIn(state, state, "member");

            assertThat(question.microsoftTenantId()).isEqualTo(tenant);
        }
    }

    private AdministratorCheck lenient(ExecutorService threads) {
        return new AdministratorCheck(
                requests,
                transactions,
                microsoft,
                new TenantNames(microsoft, threads),
                addresses,
                false);
    }
}
