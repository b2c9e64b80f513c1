package org.teamsavailability.enricher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the worked cases: ours, and with {@code -Dcases=FILE} those of that file as well. */
class CasesTest {

    private final CaseWorld world = new CaseWorld();

    @TestFactory
    Stream<DynamicTest> answersEveryCaseAsWorkedOut() throws IOException {
        InputStream ours =
                Objects.requireNonNull(getClass().getResourceAsStream("/cases/rules.json"));
        return Case.read(ours).stream().filter(it -> it.needs() == null).map(this::test);
    }

    @TestFactory
    Stream<DynamicTest> answersEveryCaseOfTheGivenFile() throws IOException {
        String file = System.getProperty("cases", "");
        return file.isEmpty()
                ? Stream.empty()
                : Case.read(Files.newInputStream(Path.of(file))).stream().map(this::test);
    }

    private DynamicTest test(Case it) {
        return DynamicTest.dynamicTest(
                it.toString(),
                () -> {
                    List<String> mismatches = Mismatches.of(it, world.answer(it));
                    mismatches.forEach(System.out::println);
                    assertThat(mismatches).isEmpty();
                });
    }
}
