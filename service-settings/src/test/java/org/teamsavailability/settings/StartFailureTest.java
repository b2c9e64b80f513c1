package org.teamsavailability.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

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
    void leavesWhatIsNotOursToOthers() {
        try {
            Integer.parseInt("no number");
        } catch (NumberFormatException e) {
            assertThat(new StartFailure().analyze(e)).isNull();
        }
    }
}
