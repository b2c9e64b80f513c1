package org.teamsavailability.servers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCommandTest {

    private static final String COLLECTOR = "-XX:+UseSerialGC";

    @Test
    void choosesACollectorWhereTheUserHasChosenNone() {
        assertThat(
                        JavaCommand.shortLived(
                                Map.of("JAVA_TOOL_OPTIONS", "-Dx=y -XX:-UseGCOverheadLimit")))
                .contains(COLLECTOR);
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, -Dx=y -XX:+UseG1GC",
        "JDK_JAVA_OPTIONS, -XX:+UseParallelGC -Xmx1g",
        "_JAVA_OPTIONS, -XX:+UseZGC"
    })
    void leavesTheUsersCollectorAlone(String variable, String options) {
        assertThat(JavaCommand.shortLived(Map.of(variable, options)))
                .isNotEmpty()
                .doesNotContain(COLLECTOR);
    }
}
