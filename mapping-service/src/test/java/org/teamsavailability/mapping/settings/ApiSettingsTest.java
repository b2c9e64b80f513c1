package org.teamsavailability.mapping.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ApiSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://teams.example.com",
                "https://teams.example.com:8443/",
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://[::1]:8080"
            })
    void takesAnAddressWhereBrowsersKeepTheCookieOfTheConsentFlow(String url) {
        assertThat(settings(url).publicUrl()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://teams.example.com",
                "ftp://teams.example.com",
                "teams.example.com",
                "https://teams.example.com/path",
                "https://teams.example.com?a=b",
                "https://teams.example.com#a",
                "https://someone@teams.example.com"
            })
    void refusesAnyOther(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(url))
                .withMessageStartingWith("TEAMS_AVAILABILITY_PUBLIC_URL is \"%s\"", url);
    }

    @Test
    void takesSixHundredRequestsAMinuteUnlessToldOtherwise() {
        var url = Map.of("teams-availability.api.public-url", "https://teams.example.com");
        var settings =
                new Binder(new MapConfigurationPropertySource(url))
                        .bind("teams-availability.api", ApiSettings.class)
                        .get();

        assertThat(settings.requestsPerMinute()).isEqualTo(600);
    }

    private static ApiSettings settings(String url) {
        return new ApiSettings(URI.create(url), 600);
    }
}
