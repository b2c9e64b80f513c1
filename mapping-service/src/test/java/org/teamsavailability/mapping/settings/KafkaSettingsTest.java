package org.teamsavailability.mapping.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.teamsavailability.service.settings.RegistrySettings;

class KafkaSettingsTest {

    @Test
    void bindsKafkasSecurityByItsNames() {
        var kafka =
                kafka(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "KAFKA_SECURITY_SASL_JAAS_CONFIG", "s3cret"));

        assertThat(kafka.client())
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "s3cret");
        assertThat(kafka.toString()).doesNotContain("s3cret");
    }

    @Test
    void namesTheSettingItRefuses() {
        assertThatThrownBy(() -> kafka(Map.of("KAFKA_TOPIC_PREFIX", "a/b")))
                .rootCause()
                .hasMessageContaining("TOPIC_PREFIX is \"a/b\"");
        assertThatThrownBy(() -> kafka(Map.of("KAFKA_INSTANCE_ID", " ")))
                .rootCause()
                .hasMessageContaining("kafka.instance-id is not set");
        assertThatThrownBy(() -> kafka(Map.of("KAFKA_BOOTSTRAP_SERVERS", " ")))
                .rootCause()
                .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS is not set");
    }

    @Test
    void printsNoRegistryUrlAndNoPassword() {
        var registry =
                new RegistrySettings(
                        "http://u:s3cret@registry", "a", "b", Map.of(), "u", "s3cret", "");

        assertThat(registry.toString()).doesNotContain("s3cret");
    }

    @Test
    void knowsAClientByGroupAndInstance() {
        var kafka = kafka(Map.of("KAFKA_TOPIC_PREFIX", "p.", "KAFKA_INSTANCE_ID", "mapping-1"));

        assertThat(kafka.client("group")).containsEntry("client.id", "p.group-mapping-1");
        assertThat(kafka.client()).doesNotContainKey("client.id");
    }

    private static KafkaSettings kafka(Map<String, Object> variables) {
        var environment = new HashMap<String, Object>(Map.of("KAFKA_INSTANCE_ID", "mapping-0"));
        environment.putAll(variables);
        var spring = new StandardEnvironment();
        spring.getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource("test-systemEnvironment", environment));
        return Binder.get(spring).bindOrCreate("kafka", KafkaSettings.class);
    }
}
