package org.teamsavailability.mapping.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublishingSettingsTest {

    @Test
    void needsNothingToBeSet() {
        var settings =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("teams-availability.publishing", PublishingSettings.class);

        assertThat(settings).isEqualTo(new PublishingSettings(true, Duration.ofMillis(200), 500));
    }

    @Test
    void namesTheSettingItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublishingSettings(true, Duration.ofMillis(1), 500))
                .withMessage(
                        "teams-availability.publishing.poll (ms) is 1, but must be 10 to 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublishingSettings(true, Duration.ofSeconds(1), 0))
                .withMessage(
                        "teams-availability.publishing.batch-size is 0, but must be 1 to 5000");
    }
}
