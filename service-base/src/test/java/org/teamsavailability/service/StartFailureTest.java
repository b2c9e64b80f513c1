package org.teamsavailability.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.teamsavailability.service.settings.MicrosoftSettings;

class StartFailureTest {

    @Test
    void saysWhichSettingIsMissingAndNotHowSpringCameToKnow() {
        try {
            var _ = new MicrosoftSettings(Map.of()).forGraph();
        } catch (IllegalArgumentException e) {
            assertThat(new StartFailure().analyze(new BeanCreationException("graph", "broken", e)))
                    .isNotNull()
                    .extracting(FailureAnalysis::getDescription)
                    .asString()
                    .startsWith("MICROSOFT_CLIENT_ID is not set");
            return;
        }
        throw new AssertionError("The settings were taken");
    }

    @Test
    void saysWhyKafkaDoesNotLetUsIn() {
        var refused =
                catchThrowable(() ->
                        Admin.create(
                                Map.of(
                                        "bootstrap.servers",
                                        "localhost:1",
                                        "security.protocol",
                                        "SSL",
                                        "ssl.truststore.type",
                                        "PEM",
                                        "ssl.truststore.certificates",
                                        "none")));

        assertThat(new StartFailure().analyze(refused))
                .isNotNull()
                .extracting(FailureAnalysis::getDescription)
                .asString()
                .contains("KAFKA_SECURITY_SSL_TRUSTSTORE_");
    }

    @Test
    void leavesWhatIsNotOursToOthers() {
        try {
            Integer.parseInt("no number");
        } catch (NumberFormatException e) {
            assertThat(new StartFailure().analyze(e)).isNull();
        }
    }
}
