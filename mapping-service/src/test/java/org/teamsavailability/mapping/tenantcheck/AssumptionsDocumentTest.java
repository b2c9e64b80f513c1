package org.teamsavailability.mapping.tenantcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document and the program have the same assumptions, in the same order. */
class AssumptionsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "microsoft-graph-assumptions.md");

    private record Line(String name, String question, String assumed) {}

    @Test
    void listsEachCheck() throws IOException {
        assertThat(documented())
                .isEqualTo(
                        TenantCheck.checks(Clock.systemUTC()).stream()
                                .map(check ->
                                        new Line(check.name(), check.question(), check.assumed()))
                                .toList());
    }

    @Test
    void hasAReasonForEachCheck() throws IOException {
        assertThat(rows()).allMatch(cells -> cells.size() == 4 && !cells.get(3).isBlank());
    }

    @Test
    void namesEachCheckOnce() {
        assertThat(TenantCheck.checks(Clock.systemUTC()))
                .extracting(Check::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    private static List<Line> documented() throws IOException {
        return rows().stream()
                .map(cells ->
                        new Line(
                                cells.get(0).replace("`", ""),
                                cells.get(1),
                                cells.get(2).replace("\\|", "|")))
                .toList();
    }

    /** The rows of the tables whose first cell is a name. */
    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line ->
                        List.of(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1))
                                .stream()
                                .map(String::strip)
                                .toList())
                .toList();
    }
}
