package org.teamsavailability.operations.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Slot;
import picocli.CommandLine;

class AskArgumentsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String HELPDESK = "0a000000-0000-4000-8000-00000000000a";

    private static final RotaNames NAMES =
            desk -> desk.equals("northwind") ? Map.of("helpdesk", HELPDESK) : Map.of();

    @Test
    void asksForWorkThatStartsNowByAiAndPresenceAloneUnlessToldOtherwise() {
        var request = one("--desk", "northwind", "--candidates", "anna, bert");

        assertThat(request.getServiceDeskId()).isEqualTo("northwind");
        assertThat(request.getCandidates())
                .extracting(Candidate::getTechnicianId)
                .containsExactly("anna", "bert");
        assertThat(request.getMode()).isEqualTo(DispatchMode.AI);
        assertThat(request.getRequestedAt()).isEqualTo(NOW);
        assertThat(request.getProposedSlot()).isNull();
        assertThat(request.getTicketPriority()).isNull();
        assertThat(request.getTeamsAvailability().getEnabled()).isTrue();
        assertThat(request.getTeamsAvailability().getRotaTeamIds()).isEmpty();
        assertThat(request.getTeamsAvailability().getCustomInstructions()).isNull();
    }

    @Test
    void takesEveryArgument() {
        var request =
                one(
                        "--desk",
                        "northwind",
                        "--candidates",
                        "anna",
                        "--in",
                        "3h",
                        "--for",
                        "90m",
                        "--mode",
                        "Round-Robin",
                        "--priority",
                        "P1",
                        "--instructions",
                        "Be kind.",
                        "--rota",
                        "helpdesk,0A000000-0000-4000-8000-000000000001");

        assertThat(request.getProposedSlot())
                .isEqualTo(
                        new Slot(
                                Instant.parse("2026-03-02T11:00:00Z"),
                                Instant.parse("2026-03-02T12:30:00Z")));
        assertThat(request.getMode()).isEqualTo(DispatchMode.ROUND_ROBIN);
        assertThat(request.getTicketPriority()).isEqualTo("P1");
        assertThat(request.getTeamsAvailability().getCustomInstructions()).isEqualTo("Be kind.");
        assertThat(request.getTeamsAvailability().getRotaTeamIds())
                .containsExactly(HELPDESK, "0A000000-0000-4000-8000-000000000001");
    }

    @Test
    void lengthAloneMeansWorkThatStartsNow() {
        var request = one("--desk", "d", "--candidates", "a", "--for", "1h");

        assertThat(request.getProposedSlot())
                .isEqualTo(new Slot(NOW, Instant.parse("2026-03-02T09:00:00Z")));
    }

    @Test
    void startAloneLeavesTheEndOpen() {
        var request = one("--desk", "d", "--candidates", "a", "--in", "1h");

        assertThat(request.getProposedSlot())
                .isEqualTo(new Slot(Instant.parse("2026-03-02T09:00:00Z"), null));
    }

    @Test
    void readsAFileInItsOrderWithTheNamesOfRotaTeams(@TempDir Path directory) throws IOException {
        var line =
                """
                {"serviceDeskId":"%s","ticketId":"t","mode":"AI","proposedSlot":{"start":"now+3h"},\
                "candidates":[],"teamsAvailability":{"enabled":true,"rotaTeamIds":["helpdesk"]}}
                """;
        var file = directory.resolve("requests.jsonl");
        Files.writeString(file, line.formatted("northwind") + line.formatted("contoso"));

        var requests = all("--file", file.toString());

        assertThat(requests)
                .extracting(request -> request.getTeamsAvailability().getRotaTeamIds())
                .containsExactly(List.of(HELPDESK), List.of("helpdesk"));
        assertThat(requests.getFirst().getRequestId()).isEqualTo("new-id");
        assertThat(requests.getFirst().getProposedSlot())
                .isEqualTo(new Slot(Instant.parse("2026-03-02T11:00:00Z"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"ticketId":7} | serviceDeskId is missing, allowed: a text
                    {"ticketId":   | the text is no JSON at column
                    """)
    void namesTheLineOfTheFileThatIsNoRequest(String line, String message, @TempDir Path directory)
            throws IOException {
        var file = Files.writeString(directory.resolve("requests.jsonl"), "\n" + line);

        assertThatThrownBy(() -> all("--file", file.toString()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("requests.jsonl line 2: " + message);
    }

    private static DispatchRequested one(String... arguments) {
        return all(arguments).getFirst();
    }

    private static List<DispatchRequested> all(String... arguments) {
        var parsed = new AskArguments();
        new CommandLine(parsed).parseArgs(arguments);
        return parsed.requests(NAMES, NOW, () -> "new-id");
    }
}
