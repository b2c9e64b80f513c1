package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.graph.signin.SignedIn;

/** The consent flow, as an honest administrator and as others go through it. */
class ConsentPagesTest extends RunningService {

    private static final Set<UUID> ADMINISTRATOR = Set.of(SignedIn.GLOBAL_ADMINISTRATOR);

    private final Browser browser = new Browser(this);
    private final UUID person = UUID.randomUUID();
    private final String code = "code-" + person;

    @BeforeEach
    void anAdministrator() {
        microsoft.signsIn(code, new SignedIn(tenant, person, ADMINISTRATOR, true));
        microsoft.issuesAll(tenant);
    }

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
    void namesTheTenantByItsIdWhereItsNameCannotBeReadYet() {
        var question = browser.get(signIn(signInState()));

        assertThat(question.body()).contains(tenant.toString());
    }

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
        assertThat(page.body()).contains("Personal Microsoft accounts cannot be connected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAStateThatIsNobodys(String state) {
        var page = browser.get(consent(state));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("This link was used before or is too old");
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

    private String consentState() {
        var answer = api("GET", "/teams-availability/consent-url");
        return Browser.state(answer.json().get("consentUrl").asString());
    }

    private String consent(String state) {
        return "/teams-availability/consent?admin_consent=True&tenant=%s&state=%s"
                .formatted(tenant, state);
    }

    private String signInState() {
        return Browser.state(browser.get(consent(consentState())).header("Location"));
    }

    private String signIn(String state) {
        return "/teams-availability/sign-in?state=%s&code=%s".formatted(state, code);
    }

    private Browser browserWith(String state) {
        var another = new Browser(this);
        another.cookie("__Host-teams-availability-flow=" + state);
        return another;
    }

    private void assertNothingIsLinked() {
        var connection = connection(desk);
        assertThat(connection == null ? null : connection.microsoftTenantId()).isNull();
    }

    private static List<Integer> atTheSameMoment(int times, Callable<Answer> request)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Collections.nCopies(times, request));
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get().status());
            }
            return statuses;
        }
    }
}
