package org.teamsavailability.systemtests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teamsavailability.localstack.server.Enricher;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.StartTraining;
import org.teamsavailability.servers.process.StartTimeout;

/** The quickstart makes the start of the enricher faster, once for each build. */
@Tag("slow")
class StartTrainingTest {

    private static final String ENRICHER = "services/availability-enricher";

    @TempDir private Path home;

    private Installation installation;

    @BeforeEach
    void copyTheEnricher() throws IOException {
        installation = new Installation(home);
        var built = Installation.ofThisProcess().home().resolve(ENRICHER);
        var copy = home.resolve(ENRICHER);
        Files.createDirectories(copy.resolve("lib"));
        for (var directory : List.of(built, built.resolve("lib"))) {
            try (var jars = Files.newDirectoryStream(directory, "*.jar")) {
                for (var jar : jars) {
                    Files.copy(jar, copy.resolve(built.relativize(jar)));
                }
            }
        }
    }

    @Test
    void makesACacheThatTheEnricherStartsWith() throws Exception {
        try (var training = StartTraining.atUsualPriority(installation)) {
            assertThat(training.start()).isTrue();
            await().atMost(StartTimeout.get()).until(() -> Files.exists(cache()));
            assertThat(training.start()).isFalse();
        }

        assertThat(Enricher.command(installation)).contains("-XX:AOTCache=" + cache());
        var command = new ArrayList<>(Enricher.command(installation));
        command.add(1, "-XX:AOTMode=on"); // does not start with a cache that does not fit
        command.add("--version");
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void leavesNothingOfATrainingThatIsInterrupted() throws IOException {
        try (var training = StartTraining.atUsualPriority(installation)) {
            assertThat(training.start()).isTrue();
        }

        assertThat(Files.exists(cache())).isFalse();
        try (var files = Files.list(home.resolve(ENRICHER))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".aot"));
        }
        assertThat(Enricher.command(installation)).noneMatch(it -> it.startsWith("-XX:AOT"));
    }

    private Path cache() {
        return home.resolve(ENRICHER).resolve("start.aot");
    }
}
