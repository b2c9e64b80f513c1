package org.teamsavailability.mapping.connection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.connection.Browser;
import org.teamsavailability.mapping.connection.RawHttp;

/** What all pages have in common, and what they show to somebody who did not connect. */
class PagesTest extends ConsentFlowSteps {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/teams-availability/consent",
                "/teams-availability/sign-in",
                "/teams-availability/connect",
                "/teams-availability/connected",
                "/teams-availability/setup",
                "/teams-availability/elsewhere"
            })
    void haveStrictHeaders(String address) {
        var page = new Browser(this).get(address);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Language")).isEqualTo("en");
        assertThat(page.body())
                .contains("<html lang=\"en\"", "name=\"viewport\"", "<h1")
                .containsPattern("<title>.+ – Teams Availability</title>")
                .doesNotContain("<script", "style=", "xmlns:th");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/teams-availability/consent",
                "/teams-availability/sign-in",
                "/teams-availability/connect",
                "/teams-availability/connected",
                "/teams-availability/elsewhere",
                "/teams-availability/missing",
                "/teams-availability/"
            })
    void offerANextStepWhereTheyRefuse(String address) {
        var page = new Browser(this).get(address);

        assertThat(page.status()).isBetween(400, 404);
        assertThat(Browser.link(page))
                .isEqualTo("https://teams.example.com/teams-availability/setup");
    }

    @Test
    void sayWhatComesNextWithoutNamingADesk() {
        var stranger = new Browser(this).get("/teams-availability/setup");
        browser.connect(Browser.form(browser.get(signIn(signInState()))));
        var administrator = browser.get("/teams-availability/setup");

        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.body())
                .contains("https://teams.example.com/public-api/teams-availability/teams")
                .contains("https://teams.example.com/public-api/teams-availability/auto-map")
                .contains("Matched", "Unmatched", "Teams availability")
                .doesNotContain(desk, tenant.toString());
        assertThat(administrator.body()).contains(desk, "Consent granted");
    }

    @Test
    void refuseADamagedAddress() {
        var page =
                new RawHttp(port())
                        .send(
                                "GET",
                                "/teams-availability/consent?state=%zz",
                                List.of(),
                                new byte[0]);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("This address cannot be read");
    }
}
