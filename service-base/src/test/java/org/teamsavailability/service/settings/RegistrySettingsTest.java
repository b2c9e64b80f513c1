package org.teamsavailability.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.teamsavailability.schemas.serde.SerdeSettings;
import org.teamsavailability.service.StartFailure;

class RegistrySettingsTest {

    @Test
    void refusesAFileOfAuthoritiesThatIsNotThereOrEmpty(@TempDir Path folder) throws IOException {
        var empty = Files.createFile(folder.resolve("empty.crt"));

        assertThat(whyNot(folder.resolve("none.crt")))
                .startsWith("SCHEMA_REGISTRY_CA is ")
                .contains("none.crt, and it cannot be read: give a PEM file");
        assertThat(whyNot(empty)).contains("empty.crt, and it holds no certificate: give a PEM");
    }

    @Test
    void refusesAUserWithAColonWhichBasicAuthenticationCannotTell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("anna:b", "geheim", ""))
                .withMessage("SCHEMA_REGISTRY_USER is \"anna:b\", but must be without a colon");
    }

    @Test
    void takesAColonInThePassword() {
        assertThat(settings("anna", "ge:heim", "").forSerdes().access().credentials())
                .isEqualTo("anna:ge:heim");
    }

    /** As the log says it where the service does not start. */
    private static String whyNot(Path authorities) {
        var failure = catchThrowable(() -> settings("", "", authorities.toString()).forSerdes());
        return String.valueOf(
                assertThat(new StartFailure().analyze(failure))
                        .isNotNull()
                        .extracting(FailureAnalysis::getDescription)
                        .actual());
    }

    private static RegistrySettings settings(String user, String password, String ca) {
        return new RegistrySettings(
                "https://registry.example",
                SerdeSettings.APICURIO_SERIALIZER,
                SerdeSettings.APICURIO_DESERIALIZER,
                Map.of(),
                user,
                password,
                ca);
    }
}
