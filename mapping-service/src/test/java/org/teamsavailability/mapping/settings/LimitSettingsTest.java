package org.teamsavailability.mapping.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LimitSettingsTest {

    @Test
    void areThePromisedOnesUnlessToldOtherwise() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new LimitSettings(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(30),
                                DataSize.ofKilobytes(64),
                                DataSize.ofMegabytes(1),
                                DataSize.ofMegabytes(10),
                                2_500,
                                64,
                                30,
                                20,
                                4,
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "headers-within, 99ms, headers-within (ms) is 99",
        "body-within, 11m, body-within (ms) is 660000",
        "form-size, 1B, form-size (bytes) is 1",
        "json-size, 1GB, json-size (bytes) is 1073741824",
        "csv-size, 0B, csv-size (bytes) is 0",
        "connections, 9, connections is 9",
        "connections-per-address, 0, connections-per-address is 0",
        "wrong-keys-per-minute, 0, wrong-keys-per-minute is 0",
        "requests-per-desk, 0, requests-per-desk is 0",
        "transactions-per-desk, 0, transactions-per-desk is 0"
    })
    void refuseWhatIsOutOfRange(String name, String value, String says) {
        assertThatThrownBy(() -> bound(Map.of("teams-availability.limits." + name, value)))
                .rootCause()
                .hasMessageStartingWith("teams-availability.limits." + says);
    }

    @Test
    void takeProxiesWithCommasBetween() {
        assertThat(proxies("10.0.0.0/8,192.0.2.1,2001:db8::/32").trustedProxies())
                .containsExactly("10.0.0.0/8", "192.0.2.1", "2001:db8::/32");
        assertThat(proxies("").trustedProxies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "*", "10.0.0.0/x"})
    void refuseAProxyThatIsNoAddress(String proxy) {
        assertThatThrownBy(() -> proxies(proxy))
                .hasStackTraceContaining("TRUSTED_PROXIES has \"%s\"".formatted(proxy));
    }

    private static LimitSettings proxies(String value) {
        return bound(Map.of("teams-availability.limits.trusted-proxies", value));
    }

    private static LimitSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("teams-availability.limits", LimitSettings.class);
    }
}
