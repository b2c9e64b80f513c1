package org.teamsavailability.systemtests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each module has a README that says what the module is for, what it may depend on, which test
 * enforces that, and what to read first. {@link LinksTest} checks that the files exist.
 */
class ModuleReadmesTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[`([^`]+)`\\]\\(([^)]+)\\)");

    static List<Module> modules() {
        return Module.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void sayWhatTheModuleIsFor(Module module) {
        assertThat(row(module, "purpose")).endsWith(".").hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nameExactlyTheModulesThatThePomNames(Module module) {
        var allowed = row(module, "may depend on");

        assertThat(CODE.matcher(allowed).results().map(code -> code.group(1)).sorted())
                .as("%s, | may depend on |: %s", module.readme(), allowed)
                .containsExactlyElementsOf(module.needs());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void linkTheTestThatEnforcesIt(Module module) {
        assertThat(links(module, "enforced by"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.group(2)).endsWith("Test.java"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void linkThreeFilesToReadFirst(Module module) {
        assertThat(links(module, "read first"))
                .hasSize(3)
                .allSatisfy(link ->
                        assertThat(Documents.ROOT.resolve(module.name()).resolve(link.group(2)))
                                .satisfies(file -> assertThat(Files.isRegularFile(file)).isTrue()));
    }

    private static List<MatchResult> links(Module module, String row) {
        return LINK.matcher(row(module, row)).results().toList();
    }

    /** The cell behind this name in the table at the top. */
    private static String row(Module module, String name) {
        var start = "| " + name + " | ";
        return Documents.text(module.readme())
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length(), line.lastIndexOf(" |")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(module.readme() + " has no row " + start));
    }
}
