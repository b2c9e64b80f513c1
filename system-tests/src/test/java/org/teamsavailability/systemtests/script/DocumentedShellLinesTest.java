package org.teamsavailability.systemtests.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.systemtests.documents.Documents;

/** What documents offer to be copied into a shell is shell. */
class DocumentedShellLinesTest {

    static Stream<ShellBlock> blocks() {
        return Documents.all().stream().flatMap(document -> ShellBlock.of(document).stream());
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
    void everyBlockForNewcomersIsRunOrHasAReasonNotToBe() {
        assertThat(NewcomerBlocks.all()).allMatch(NewcomerBlocks::isClassified);
        assertThat(NewcomerBlocks.toRun()).hasSize(2);
    }
}
