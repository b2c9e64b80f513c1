package org.teamsavailability.mapping.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** Each command of the jar tells what it does, and its version, without a database. */
class HelpTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> commands() {
        return Stream.concat(
                Stream.of("", "desks ", "check-tenant "),
                Arrays.stream(MappingCommand.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Command.class))
                        .map(method -> method.getAnnotation(Command.class).name() + " "));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpFitsOnTheScreen(String command) {
        assertThat(run(command + "--help")).isZero();

        assertThat(out.toString()).contains("Usage: ", "--version");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void versionIsOneLine(String command) {
        assertThat(run(command + "--version")).isZero();

        assertThat(out.toString()).startsWith("Teams Availability ").hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsRefusedInOneLine(String command) {
        assertThat(run(command + "--bogus")).isEqualTo(2);

        assertThat(err.toString()).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String arguments) {
        return MappingCommand.run(
                () -> {
                    throw new AssertionError("no database is needed");
                },
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments.split(" "));
    }
}
