package org.teamsavailability.systemtests.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents offer to be copied into a shell is shell. */
class DocumentedShellLinesTest {

    static Stream<ShellBlock> blocks() {
        return Stream.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "docs/operations.md",
                        "docs/troubleshooting.md",
                        "docs/events.md",
                        "docs/metrics.md",
                        "distribution/src/INSTALL.md",
                        "helm/teams-availability/README.md")
                .flatMap(document -> ShellBlock.of(document).stream());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void bashUnderstandsIt(ShellBlock block) throws IOException, InterruptedException {
        var bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (var script = bash.outputWriter(UTF_8)) {
            script.write(block.text());
        }
        var said = new String(bash.getInputStream().readAllBytes(), UTF_8);

        assertThat(bash.waitFor()).as(said).isZero();
    }

    @Test
    void everyBlockOfTheReadmeIsRunOrHasAReasonNotToBe() {
        assertThat(ShellBlock.of(ReadmeBlocks.DOCUMENT)).allMatch(ReadmeBlocks::isClassified);
        assertThat(ReadmeBlocks.toRun()).hasSize(2);
    }
}
