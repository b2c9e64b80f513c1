package org.teamsavailability.enricher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.teamsavailability.service.settings.DecisionSettings;

class SettingsTest {

    @Test
    void bindsKafkasSecurityByItsNames() {
        var kafka =
                kafka(
                        Map.of(
                                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "KAFKA_SECURITY_SASL_JAAS_CONFIG", "secret"));

        assertThat(kafka.client())
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "secret");
        assertThat(kafka.toString()).doesNotContain("secret");
    }

    @Test
    void namesTheSettingItRefusesItsValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> kafka(Map.of("KAFKA_STREAM_THREADS", "0")))
                .hasRootCauseMessage("kafka.stream-threads is 0, but must be 1 to 64");
        assertThatThrownBy(() -> kafka(Map.of("KAFKA_TOPIC_PREFIX", "a/b")))
                .rootCause()
                .hasMessageContaining("TOPIC_PREFIX is \"a/b\"");
        assertThatThrownBy(() -> new DecisionSettings(Duration.ofHours(25)))
                .hasMessageContaining("imminent-window (minutes) is 1500, but must be 0 to 1440");
        assertThatThrownBy(() ->
                        new WaitingSettings(
                                1,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(30),
                                Duration.ofMillis(5),
                                Duration.ZERO))
                .hasMessageContaining("stage.slots is 1, but must be 4 to 100000");
    }

    private static KafkaSettings kafka(Map<String, String> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("KAFKA_BOOTSTRAP_SERVERS", "broker:9092");
        all.put("KAFKA_INSTANCE_ID", "enricher-0");
        all.put("KAFKA_STATE_DIRECTORY", "state");
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all));
        return Binder.get(environment).bind("kafka", KafkaSettings.class).get();
    }
}
