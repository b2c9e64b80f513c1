package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.signin.SignedIn;

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
                .contains("href=\"https://teams.example.com/\"")
                .doesNotContain("Retry", "Not yet");
        assertThat(browser.cookie()).endsWith("=");
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
    void connectsOnceAlsoOfADoubleSubmit() throws Exception {
        var state = Browser.form(browser.get(signIn(signInState())));

        List<Integer> statuses = atTheSameMoment(2, () -> browserWith(state).connect(state));

        assertThat(statuses).containsExactlyInAnyOrder(200, 400);
        assertThat(audited()).filteredOn(it -> it.action().equals("connection.linked")).hasSize(1);
    }

    @Test
    void refusesATenantOfAnotherDesk() {
        var other = desk + "-other";
        newDesk(other);
        transactions.run(
                other,
                it ->
                        ConnectionRows.link(
                                it,
                                other,
                                new MicrosoftTenant(MicrosoftCloud.GLOBAL, tenant),
                                clock.instant()));

        var page = browser.connect(Browser.form(browser.get(signIn(signInState()))));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("This tenant is connected to another service desk")
                .doesNotContain(other);
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
                .doesNotContain("<h1>Consent granted</h1>");
        assertThat(partly.body())
                .contains("<h1>Consent granted</h1>", "Teams can't be listed yet", "Not yet");
        assertThat(complete.body())
                .contains("<h1>Consent granted</h1>")
                .doesNotContain("Retry", "Not yet");
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

    @Test
    void sendsStrictHeadersWithEveryPage() {
        var page = browser.get("/teams-availability/consent");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<html lang=\"en\"").doesNotContain("<script", "style=");
    }

    @Test
    void opensThesePagesAndNoOthers() {
        assertThat(browser.get("/teams-availability/pages.css").status()).isEqualTo(200);
        assertThat(browser.get("/teams-availability/connect").status()).isEqualTo(403);
        assertThat(browser.get("/teams-availability/").status()).isEqualTo(403);
    }
}
