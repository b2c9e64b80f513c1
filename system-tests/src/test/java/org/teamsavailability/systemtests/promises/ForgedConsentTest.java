package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teamsavailability.localstack.administration.Browser;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.signin.Visitor;

/**
 * A desk gets only the tenant whose administrator says so, knowing which desk it is. The tenant of
 * all tests here has consented, so that tokens for it are to be had.
 */
@OnTheWholeStack
class ForgedConsentTest {

    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private final WholeStack stack;
    private final ServiceDesk thief;
    private final ServiceDesk victim;

    ForgedConsentTest(WholeStack stack) {
        this.stack = stack;
        this.thief = stack.desk();
        this.victim = stack.desk();
    }

    @BeforeEach
    void theTenantHasConsented() {
        stack.microsoft().alter(victim.tenant(), tenant -> tenant.withConsent(Consent.GRANTED));
    }

    @Test
    void linksNoTenantThatAForgedRedirectNames() {
        var end = visit(thief.administrator(), forgedRedirect());

        assertThat(end.statusCode()).isNotEqualTo(200);
        assertNothingLinked();
    }

    @Test
    void linksNoTenantForAnOrdinaryMember() {
        var end = visit(victim.address(1), forgedRedirect());

        assertThat(end.statusCode()).isEqualTo(403);
        assertThat(Browser.heading(end)).isEqualTo("You cannot connect this tenant");
        assertNothingLinked();
    }

    @Test
    void tellsAnAdministratorWhoseDeskTheLinkIsForAndLinksNothingByItself() {
        var end = visit(victim.administrator(), thief.consentPage());

        assertThat(Browser.heading(end)).isEqualTo("Connect this Microsoft tenant?");
        assertThat(end.body()).contains(thief.id(), victim.tenant().toString());
        assertNothingLinked();
    }

    @Test
    void linksNothingForABrowserThatIsNotTheAdministrators() {
        var question = visit(victim.administrator(), thief.consentPage());

        try (var other = new Browser()) {
            var end = other.pressConnect(question);

            assertThat(Browser.heading(end)).isEqualTo("This page was not opened from here");
        }
        assertNothingLinked();
    }

    @Test
    void linksNothingForAnAdministratorWhoIsSentOnlyTheSignIn() {
        stack.microsoft().visitor(null);
        try (var thiefs = new Browser();
                var administrators = new Browser()) {
            var signInPage = thiefs.open(forgedRedirect()).uri();
            stack.microsoft().visitor(Visitor.accepting(victim.administrator()));

            var end = administrators.open(signInPage);

            assertThat(Browser.heading(end)).isEqualTo("This page was not opened from here");
        }
        assertNothingLinked();
    }

    /** As Microsoft's redirect after a consent of the tenant would be, in the thief's own flow. */
    private URI forgedRedirect() {
        var state = STATE.matcher(thief.consentPage().getRawQuery());
        assertThat(state.find()).isTrue();
        return URI.create(
                "%s/teams-availability/consent?admin_consent=True&tenant=%s&state=%s"
                        .formatted(stack.service(), victim.tenant(), state.group(1)));
    }

    private HttpResponse<String> visit(String visitor, URI page) {
        stack.microsoft().visitor(Visitor.accepting(visitor));
        try (var browser = new Browser()) {
            return browser.open(page);
        }
    }

    private void assertNothingLinked() {
        var connection = thief.connection();
        assertThat(connection.get("microsoftTenantId").isNull()).isTrue();
        assertThat(connection.get("consent").asString()).isEqualTo("PENDING");
        assertThat(PublishedRows.published(stack).connections().getOrDefault(thief.id(), List.of()))
                .doesNotContain(victim.tenant().toString());
    }
}
