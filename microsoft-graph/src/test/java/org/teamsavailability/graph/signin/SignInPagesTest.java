package org.teamsavailability.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.GraphSettings;

class SignInPagesTest {

    private static final URI BACK = URI.create("https://desk.example/consent?a=1&b=2");

    private static AdminSignIn at(MicrosoftCloud cloud) {
        var registration =
                AppRegistration.at(cloud, "client-1", new ClientCredential.Secret("the-secret"));
        var settings = new GraphSettings(Map.of(cloud, registration));
        return new MicrosoftSignIn(
                settings,
                new MicrosoftCredentials(settings, CLOCK),
                new SharedHttp(settings),
                CLOCK);
    }

    @Test
    void asksAnyOrganisationForConsentToAllPermissions() {
        assertThat(at(MicrosoftCloud.GLOBAL).consentPage(MicrosoftCloud.GLOBAL, BACK, "s &=+#"))
                .hasToString(
                        "https://login.microsoftonline.com/organizations/v2.0/adminconsent"
                            + "?client_id=client-1"
                            + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"
                            + "&redirect_uri=https%3A%2F%2Fdesk.example%2Fconsent%3Fa%3D1%26b%3D2"
                            + "&state=s%20%26%3D%2B%23");
    }

    @Test
    void asksForConsentWithTheScopeOfTheCloud() {
        assertThat(at(MicrosoftCloud.US_GOV_L5).consentPage(MicrosoftCloud.US_GOV_L5, BACK, "s"))
                .hasHost("login.microsoftonline.us")
                .hasParameter("scope", "https://dod-graph.microsoft.us/.default");
    }

    @Test
    void signsInAtTheTenantWithProofKeyAndNonce() {
        var page =
                at(MicrosoftCloud.GLOBAL)
                        .signInPage(
                                MicrosoftCloud.GLOBAL,
                                CONTOSO.id(),
                                BACK,
                                "st&te",
                                "n",
                                "c-_4",
                                false);
        assertThat(page)
                .hasToString(
                        "https://login.microsoftonline.com/%s/oauth2/v2.0/authorize"
                                        .formatted(CONTOSO.id())
                                + "?client_id=client-1&response_type=code&response_mode=query"
                                + "&redirect_uri=https%3A%2F%2Fdesk.example%2Fconsent%3Fa%3D1%26b%3D2"
                                + "&scope=openid%20profile&state=st%26te&nonce=n"
                                + "&code_challenge=c-_4&code_challenge_method=S256");
    }

    @Test
    void letsTheAccountBeChosenWhereAsked() {
        assertThat(
                        at(MicrosoftCloud.GLOBAL)
                                .signInPage(
                                        MicrosoftCloud.GLOBAL,
                                        CONTOSO.id(),
                                        BACK,
                                        "s",
                                        "n",
                                        "c",
                                        true))
                .hasParameter("prompt", "select_account");
    }

    @Test
    void blamesOurOwnCredentialsWhereACloudHasNone() {
        var global = at(MicrosoftCloud.GLOBAL);
        assertThatThrownBy(() -> global.consentPage(MicrosoftCloud.CHINA, BACK, "s"))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("OwnCredentialsRefused");
    }
}
