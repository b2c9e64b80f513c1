package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.teamsavailability.systemtests.chart.Installed;
import org.teamsavailability.systemtests.server.SecuredStack;

/**
 * What the chart renders gets into a Kafka, a registry and a database that let in nobody unknown:
 * each container with its own variables and files, and nothing else.
 */
@OnTheSecuredStack
@TestInstance(Lifecycle.PER_CLASS)
class SecuredKafkaTest {

    private final SecuredStack stack;

    SecuredKafkaTest(SecuredStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void allow() {
        stack.allow(
                Arrays.stream(WayIn.values())
                        .flatMap(it -> AccessEntries.ofTheDocument(it.topicPrefix()).stream())
                        .toList());
    }

    /** That of {@link WayIn#SCRAM} has a class of its own: {@link AccessEntriesTest}. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SCRAM")
    void everyPartOfAnInstallationIsLetIn(WayIn way) {
        try (var installation = new ChartInstallation(stack, way)) {
            installation.start();

            installation.assertEveryPartIsLetIn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatIsNotLetInSaysWhichSettingToLookAt(Mistake mistake) {
        var run = ContainerAccess.run(mistake.installed(stack).container("topics-are-there"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(mistake.said, mistake.setting)
                .hasLineCount(1)
                .doesNotContain(Mistake.WRONG);
    }

    @Test
    void aServiceThatIsNotLetInEndsAndSaysWhichSettingToLookAt() {
        var enricher =
                ContainerRun.begin(stack, Mistake.WRONG_PASSWORD.installed(stack), "enricher");
        var mappingService = ContainerRun.begin(stack, withAnotherDatabase(), "mapping-service");

        assertThat(enricher.failure())
                .contains("KAFKA_BOOTSTRAP_SERVERS=localhost:", Mistake.WRONG_PASSWORD.said)
                .doesNotContain(Mistake.WRONG);
        assertThat(mappingService.failure())
                .contains(
                        "The database has an unexpected certificate",
                        "sslrootcert in DATABASE_URL");
    }

    private Installed withAnotherDatabase() {
        var way = WayIn.SCRAM;
        var another = Map.of("ca.crt", stack.certificates().certificate("ops"));
        return Installed.with(
                way.values(stack)
                        .replace(
                                "{secret: postgresql-owner}\n  ca: {secret: servers-ca}",
                                "{secret: postgresql-owner}\n  ca: {secret: another-ca}"),
                way.secrets(stack).with("another-ca", another),
                stack.folder("another-database"));
    }
}
