package org.teamsavailability.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.helm.chart.Options;

/**
 * What is installed with the defaults and with the usual values, word for word: {@code
 * -DwriteGolden} writes it again, for the difference to be read in review.
 */
class DefaultsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @ValueSource(strings = {"defaults", "usual"})
    void rendersWordForWord(String options) throws IOException {
        var golden = GOLDEN.resolve(options + ".yaml");
        String rendered = Options.rendering(options).text().strip() + "\n";
        if (System.getProperty("writeGolden") != null) {
            Files.writeString(golden, rendered);
        }

        assertThat(rendered)
                .as("%s; if it is meant, run once with -DwriteGolden", golden)
                .isEqualTo(Files.readString(golden));
    }
}
