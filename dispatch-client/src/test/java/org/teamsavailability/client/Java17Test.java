package org.teamsavailability.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program on a JDK 17, where this machine has one. */
@Tag("slow")
class Java17Test {

    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final Path PROGRAM = Path.of("src/test/resources/Program.java");

    @Test
    void runsOnJava17() throws IOException, InterruptedException {
        var jdk = jdk17();
        assumeTrue(jdk.isPresent(), "There is no JDK 17 in " + JDKS);

        var process =
                new ProcessBuilder(
                                List.of(
                                        jdk.orElseThrow().resolve("bin/java").toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        PROGRAM.toString()))
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("PSA_ONLY", "anna", NeutralAnswer.MESSAGE_KEY);
    }

    /** With a compiler, which runs a program from its source. */
    private static Optional<Path> jdk17() throws IOException {
        if (!Files.isDirectory(JDKS)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(JDKS)) {
            return jdks.filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
                    .filter(Java17Test::isOf17)
                    .findFirst();
        }
    }

    private static boolean isOf17(Path jdk) {
        try {
            return Files.readString(jdk.resolve("release")).contains("JAVA_VERSION=\"17.");
        } catch (IOException _) {
            return false;
        }
    }
}
