package org.teamsavailability.graph.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.ClientCredential.Secret;

class GraphSettingsTest {

    private static final Secret SECRET = new Secret("hush");
    private static final URI LOGIN = URI.create("https://login.test/");

    private static AppRegistration at(String graphUrl) {
        return new AppRegistration("client-1", SECRET, LOGIN, URI.create(graphUrl));
    }

    @Test
    void knowsMicrosoftsOwnHostsOfEachCloud() {
        var dod = AppRegistration.at(MicrosoftCloud.US_GOV_L5, "client-1", SECRET);
        assertThat(dod.loginUrl()).hasToString("https://login.microsoftonline.us");
        assertThat(dod.graphUrl()).hasToString("https://dod-graph.microsoft.us/v1.0");
    }

    @Test
    void toleratesASlashAtTheEnd() {
        var registration = at("http://localhost:9700/proxy/v1.0/");
        assertThat(registration.graphUrl()).hasToString("http://localhost:9700/proxy/v1.0");
        assertThat(registration.loginUrl()).hasToString("https://login.test");
    }

    @Test
    void refusesAGraphUrlWithoutItsVersion() {
        assertThatThrownBy(() -> at("https://graph.test"))
                .hasMessage(
                        "The Graph URL is https://graph.test: it must end with /v1.0, as in"
                                + " https://graph.microsoft.com/v1.0.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://graph.test/v1.0",
                "graph.test/v1.0",
                "https://me:hush@graph.test/v1.0",
                "https://graph.test/v1.0?x=hush",
                "https://graph.test/v1.0#hush",
                "mailto:hush@graph.test"
            })
    void refusesWhatIsNoPlainUrlWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> at(url))
                .hasMessageStartingWith("The Graph URL is no plain http or https URL")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b"})
    void refusesAClientIdThatIsNone(String clientId) {
        assertThatThrownBy(() -> AppRegistration.at(MicrosoftCloud.GLOBAL, clientId, SECRET))
                .hasMessageStartingWith("The client id is \"" + clientId + "\"");
    }

    @Test
    void refusesTimeoutsAndBoundsThatAreNone() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Timeouts(second, Duration.ZERO, second))
                .hasMessage("The read timeout of Microsoft Graph is PT0S: give 1 ms to PT5M.");
        assertThatThrownBy(() -> new Timeouts(second, second, Duration.ofHours(1)))
                .hasMessageStartingWith("The call timeout");
        assertThatThrownBy(() -> new Bounds(0, 1, 1, 1))
                .hasMessage("The bound of calls in flight per tenant is 0: give at least 1.");
    }

    @Test
    void refusesToKnowNoCloud() {
        assertThatThrownBy(() -> new GraphSettings(Map.of()))
                .hasMessageStartingWith("No cloud has an app registration");
    }

    @Test
    void printsNoSecret() {
        var settings =
                new GraphSettings(Map.of(MicrosoftCloud.GLOBAL, at("https://graph.test/v1.0")));
        assertThat(settings.toString()).contains("client-1").doesNotContain("hush");
    }
}
