package org.teamsavailability.mapping.connection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.signin.SignedIn;
import org.teamsavailability.mapping.connection.Browser;
import org.teamsavailability.mapping.connection.ConsentState;
import org.teamsavailability.mapping.connection.FakeMicrosoft;

/** What links a tenant, and what its pages show. */
class ConnectPageTest extends ConsentFlowSteps {

    @Test
    void connectsTheTenantOfAnAdministrator() {
        var state = signInState();
        microsoft.names(tenant, new Organization("Northwind <Traders>", "northwind.example"));

        var question = browser.get(signIn(state));
        var connected = browser.connect(Browser.form(question));

        assertThat(question.status()).isEqualTo(200);
        assertThat(question.body())
                .contains("Northwind &lt;Traders&gt;", "northwind.example", desk, "Connect");
        assertThat(connected.status()).isEqualTo(200);
        assertThat(connected.body())
                .contains("<h1>Consent granted</h1>", "Continue setup", desk)
                .contains("Read presence information for all users", "Presence.Read.All")
                .doesNotContain("Retry", "Not granted yet");
        assertThat(Browser.link(connected))
                .isEqualTo("https://teams.example.com/teams-availability/setup");
        var connection = Objects.requireNonNull(connection(desk));
        assertThat(connection.microsoftTenantId()).isEqualTo(tenant);
        assertThat(connection.consent()).isEqualTo(ConsentState.GRANTED);
        assertThat(connection.isComplete()).isTrue();
        assertThat(audited())
                .extracting(it -> it.action() + " by " + it.actor())
                .containsExactly(
                        "connection.linked by consent:" + person,
                        "connection.consent-changed by system");
    }

    @Test
    void refusesAConnectThatAnotherSiteSends() {
        var state = Browser.form(browser.get(signIn(signInState())));

        var forged = new Browser(this).connect(state);
        var withoutField = browser.connect("");

        assertThat(forged.status()).isEqualTo(400);
        assertThat(withoutField.status()).isEqualTo(400);
        assertNothingIsLinked();
    }

    @Test
    void showsTheResultAfterADoubleClick() throws Exception {
        var state = Browser.form(browser.get(signIn(signInState())));

        List<Integer> statuses = atTheSameMoment(2, () -> browserWith(state).click(state));

        assertThat(statuses).containsOnly(303);
        assertThat(browser.get("/teams-availability/connected").body())
                .contains("<h1>Consent granted</h1>");
        assertThat(audited()).filteredOn(it -> it.action().equals("connection.linked")).hasSize(1);
    }

    @Test
    void showsTheResultAfterAReloadAndTheBackButton() {
        var state = Browser.form(browser.get(signIn(signInState())));
        browser.connect(state);

        var reloaded = browser.load("/teams-availability/connected");
        var back = browser.load("/teams-availability/connect");
        var sentAgain = browser.connect(state);

        assertThat(reloaded.body()).contains("<h1>Consent granted</h1>");
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/teams-availability/connected");
        assertThat(sentAgain.body()).contains("<h1>Consent granted</h1>");
        assertThat(audited()).filteredOn(it -> it.action().equals("connection.linked")).hasSize(1);
    }

    @Test
    void asksAgainAfterAReloadOfTheQuestion() {
        var question = browser.get(signIn(signInState()));

        var reloaded = browser.load("/teams-availability/connect");
        var tooEarly = browser.load("/teams-availability/connected");

        assertThat(Browser.form(reloaded)).isEqualTo(Browser.form(question));
        assertThat(tooEarly.header("Location")).isEqualTo("/teams-availability/connect");
        assertNothingIsLinked();
    }

    @Test
    void showsTheResultForHalfAnHourAndToNobodyElse() {
        browser.connect(Browser.form(browser.get(signIn(signInState()))));
        clock.advance(Duration.ofMinutes(29));

        var late = browser.get("/teams-availability/connected");
        var another = new Browser(this).get("/teams-availability/connected");
        clock.advance(Duration.ofMinutes(1));
        var tooLate = browser.get("/teams-availability/connected");

        assertThat(late.body()).contains("<h1>Consent granted</h1>");
        assertThat(another.status()).isEqualTo(404);
        assertThat(another.body()).doesNotContain(desk);
        assertThat(tooLate.status()).isEqualTo(404);
        assertThat(tooLate.body()).contains("No consent page is open in this browser");
    }

    @Test
    void leavesNoQueryInTheAddressOfAPage() {
        var afterSignIn = browser.load(signIn(signInState()));
        var state = Browser.form(browser.load(afterSignIn.header("Location")));
        var afterConnect = browser.click(state);

        assertThat(afterSignIn.header("Location")).isEqualTo("/teams-availability/connect");
        assertThat(afterConnect.header("Location")).isEqualTo("/teams-availability/connected");
    }

    @Test
    void refusesATenantOfAnotherDesk() {
        var other = desk + "-other";
        newDesk(other);
        link(other, tenant);

        var page = browser.connect(Browser.form(browser.get(signIn(signInState()))));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("This tenant is connected to another service desk")
                .doesNotContain(other);
        assertThat(Browser.link(page)).isEqualTo("/teams-availability/connect");
        assertNothingIsLinked();
        assertThat(audited()).isEmpty();
    }

    @Test
    void dropsTheMappingsOfTheTenantBefore() {
        var before = UUID.randomUUID();
        mapped("anna", before, "MANUAL");
        mapped("ben", before, "AUTO_MAPPED");
        mapped("cleo", tenant, "MANUAL");

        browser.connect(Browser.form(browser.get(signIn(signInState()))));

        assertThat(mappedTechnicians()).containsExactly("cleo");
        assertThat(audited())
                .filteredOn(it -> it.action().equals("mapping.removed"))
                .extracting("technicianId")
                .containsExactlyInAnyOrder("anna", "ben");
    }

    @Test
    void offersRetryWhileTheConsentSpreads() {
        microsoft.fails(tenant, FakeMicrosoft.noConsent());
        var spreading = browser.connect(Browser.form(browser.get(signIn(signInState()))));
        microsoft.issues(tenant, GraphPermission.PRESENCE_READ_ALL);

        var partly = browser.connect(Browser.form(spreading));
        microsoft.issuesAll(tenant);
        var complete = browser.connect(Browser.form(partly));

        assertThat(spreading.status()).isEqualTo(200);
        assertThat(spreading.body())
                .contains("Teams can't be listed yet", "wait a minute and click Retry")
                .contains("<h1>Consent is not confirmed yet</h1>");
        assertThat(partly.body())
                .contains("<h1>1 of 4 permissions granted</h1>", "Teams can't be listed yet")
                .contains("<td>Granted</td>", "<td>Not granted yet</td>");
        assertThat(complete.body())
                .contains("<h1>Consent granted</h1>")
                .doesNotContain("Retry", "Not granted yet");
    }

    @Test
    void endsOpenFlowsWithADisconnect() {
        linked();
        var state = Browser.form(browser.get(signIn(signInState())));
        api("DELETE", "/teams-availability/connection?confirm=" + desk);

        var page = browser.connect(state);

        assertThat(page.status()).isEqualTo(400);
        assertNothingIsLinked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GLOBAL", "CHINA"})
    void endsOpenFlowsWhereTheConnectionStarts(String cloud) {
        var state = consentState();
        start(cloud);

        assertThat(browser.get(consent(state)).status()).isEqualTo(400);
    }

    @Test
    void endsOpenFlowsOfAnotherCloudAndNoOthers() {
        start("US_GOV_L4");
        var state = consentState();
        start("US_GOV_L4");
        int stillOpen = browser.get(consent(state)).status();
        var another = consentState();
        start("CHINA");

        assertThat(stillOpen).isEqualTo(302);
        assertThat(browser.get(consent(another)).status()).isEqualTo(400);
    }

    private void start(String cloud) {
        var started =
                api(
                        "PUT",
                        "/teams-availability/connection",
                        "{\"cloud\": \"%s\"}".formatted(cloud));
        assertThat(started.status()).isEqualTo(200);
    }

    @Test
    void saysThatTheDeskWasDisconnectedMeanwhile() {
        var state = Browser.form(browser.get(signIn(signInState())));
        microsoft.meanwhile(
                tenant, () -> api("DELETE", "/teams-availability/connection?confirm=" + desk));

        var page = browser.connect(state);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("This tenant was disconnected meanwhile");
        assertNothingIsLinked();
    }

    @Test
    void doesNotTakeAnotherTenantForTheOneItLinked() {
        var state = Browser.form(browser.get(signIn(signInState())));
        var other = UUID.randomUUID();
        microsoft.meanwhile(tenant, () -> link(desk, other));

        var page = browser.connect(state);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).doesNotContain("Consent granted");
    }

    @Test
    void endsOpenPagesOfTheTenantBefore() {
        microsoft.fails(tenant, FakeMicrosoft.noConsent());
        var retry = Browser.form(browser.connect(Browser.form(browser.get(signIn(signInState())))));
        var other = UUID.randomUUID();
        microsoft.signsIn(
                code, new SignedIn(other, person, Set.of(SignedIn.GLOBAL_ADMINISTRATOR), true));
        microsoft.issuesAll(other);
        var another = new Browser(this);
        var toOther =
                another.get(
                        "/teams-availability/consent?admin_consent=True&tenant=%s&state=%s"
                                .formatted(other, consentState()));
        another.connect(
                Browser.form(another.get(signIn(Browser.state(toOther.header("Location"))))));

        var page = browserWith(retry).connect(retry);

        assertThat(page.status()).isEqualTo(400);
        assertThat(Objects.requireNonNull(connection(desk)).microsoftTenantId()).isEqualTo(other);
    }
}
