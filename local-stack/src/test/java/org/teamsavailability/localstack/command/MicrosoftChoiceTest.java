package org.teamsavailability.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MicrosoftChoiceTest {

    @Test
    void simulatesMicrosoftWhereNoneIsNamed() {
        assertThat(MicrosoftChoice.by(Map.of("MICROSOFT_CLIENT_ID", " ")))
                .isEqualTo(new MicrosoftChoice(true, false));
    }

    @Test
    void usesMicrosoftsOwnAddressForAClientId() {
        assertThat(MicrosoftChoice.by(Map.of("MICROSOFT_CLIENT_ID_CHINA", "app")))
                .isEqualTo(new MicrosoftChoice(false, true));
    }

    @Test
    void usesTheAddressThatIsGiven() {
        assertThat(
                        MicrosoftChoice.by(
                                Map.of(
                                        "MICROSOFT_CLIENT_ID",
                                        "app",
                                        "MICROSOFT_GRAPH_URL",
                                        "http://localhost:9701/v1.0")))
                .isEqualTo(new MicrosoftChoice(false, false));
    }
}
